import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../../migrations/index.ts';
import { aChild, LEEDS } from '../../testing/a-child.ts';
import { testClock } from '../../testing/asking.ts';
import { givenChildren, givenReturns, idOf } from '../../testing/given.ts';
import { graphOver, type AskGraph } from '../../testing/graph.ts';

const staff = aViewer();
const practiceStaff = aViewer({ audience: 'practice', role: 'swp-worker', practiceId: 'harbour' });

/** Today is 22 November 2026. */
const inCare = aChild({
  localId: 'IN-CARE',
  isUasc: true,
  placements: [
    { from: '2022-04-01', to: '2025-01-10', type: 'K2', miles: 21.4, isInside: false },
    { from: '2025-01-10', type: 'U1' },
    { from: '2026-11-20', type: 'T1', miles: null, isInside: null },
  ],
  workers: [
    { id: 'SW100001', from: '2022-04-01', to: '2025-02-01' },
    { id: 'SW100002', from: '2025-02-01' },
  ],
  reviews: [{ on: '2025-05-05', code: 'PN3' }],
  allocations: [{ practice: 'harbour', from: '2024-01-01' }],
});
const left = aChild({
  localId: 'LEFT',
  care: [{ from: '2020-01-01', to: '2025-06-01' }],
  workers: [{ id: 'SW100003', from: '2020-01-01' }],
});
const ofLeeds = aChild({ la: LEEDS, localId: 'OF-LEEDS' });

const record = `
  localId dateOfBirth sex { code meaning } ethnicity { code } isUnaccompaniedAsylumSeeker localAuthority { id }
  isLookedAfter wasLookedAfter: isLookedAfter(on: "2025-05-31")
  episodes { startedOn endedOn legalStatus { code meaning } placementProvider { code } recordedAt supersededAt }
  placements { startedOn type { code meaning } isTemporary distanceFromHomeMiles isInsideAuthority }
  currentPlacement { type { code } }
  legalStatuses { legalStatus { code } startedOn endedOn }
  socialWorkerEpisodes { worker { id } startedOn endedOn reason { meaning } }
  leadProfessional { id }
  reviews { heldOn participation { code } }`;

describe('a child in the graph', () => {
  let database: Database;
  let ask: AskGraph;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock, poolSize: 3 });
    await givenChildren(database, [inCare, left, ofLeeds]);
    await givenReturns(database, inCare.la, [2026]);
    ask = graphOver(database);
  });
  afterAll(() => database.close());

  test('has everything that hangs on it, with the meaning of every code', async () => {
    const { child } = await ask<{ child: object }>(staff, `query Child($id: ID!) { child(id: $id) { ${record} } }`, {
      id: idOf(inCare),
    });
    expect(child).toMatchObject({
      localId: 'IN-CARE',
      sex: { code: 'F', meaning: 'Female' },
      isUnaccompaniedAsylumSeeker: true,
      localAuthority: { id: 'E08000025' },
      isLookedAfter: true,
      wasLookedAfter: true,
      episodes: [
        {
          startedOn: '2022-04-01',
          endedOn: null,
          legalStatus: { code: 'C2', meaning: 'Full care order' },
          supersededAt: null,
        },
      ],
      placements: [
        { startedOn: '2022-04-01', type: { code: 'K2' }, distanceFromHomeMiles: 21.4, isInsideAuthority: false },
        { startedOn: '2025-01-10', type: { code: 'U1' }, isTemporary: false },
        { startedOn: '2026-11-20', isTemporary: true, distanceFromHomeMiles: null, isInsideAuthority: null },
      ],
      currentPlacement: { type: { code: 'T1' } },
      legalStatuses: [{ legalStatus: { code: 'C2' }, startedOn: '2022-04-01', endedOn: null }],
      socialWorkerEpisodes: [{ worker: { id: 'SW100001' } }, { worker: { id: 'SW100002' }, endedOn: null }],
      leadProfessional: { id: 'SW100002' },
      reviews: [{ heldOn: '2025-05-05', participation: { code: 'PN3' } }],
    });
  });

  test('who has left care has no placement and no lead professional, whatever a return left open', async () => {
    const { child } = await ask<{ child: object }>(
      staff,
      'query Left($id: ID!) { child(id: $id) { isLookedAfter wasLookedAfter: isLookedAfter(on: "2025-05-31") currentPlacement { id } leadProfessional { id } } }',
      { id: idOf(left) },
    );
    expect(child).toEqual({
      isLookedAfter: false,
      wasLookedAfter: true,
      currentPlacement: null,
      leadProfessional: null,
    });
  });

  test('that one may not see is absent, asked by id or as a reference', async () => {
    const query = `query Both($id: ID!, $representations: [_Any!]!) {
      child(id: $id) { id }
      _entities(representations: $representations) { ... on Child { localId } }
    }`;
    const representations = [inCare, ofLeeds, left].map((child) => ({ __typename: 'Child', id: idOf(child) }));
    expect(await ask(staff, query, { id: idOf(ofLeeds), representations })).toEqual({
      child: null,
      _entities: [{ localId: 'IN-CARE' }, null, { localId: 'LEFT' }],
    });
    expect(await ask(practiceStaff, query, { id: idOf(left), representations })).toEqual({
      child: null,
      _entities: [{ localId: 'IN-CARE' }, null, null],
    });
  });

  test('is told of in measures, with the reason when there is none', async () => {
    const query = `query Measures($representations: [_Any!]!) {
      childIndicators { code unit goodDirection outcomeArticle }
      _entities(representations: $representations) {
        ... on LocalAuthority { childMeasures(indicators: ["three-or-more-placements"], from: "2025-04-01", to: "2026-03-31") { ...m } }
        ... on Practice { childMeasures(indicators: ["three-or-more-placements"], from: "2026-04-01", to: "2027-03-31") { ...m } }
      }
    }
    fragment m on Measure {
      indicator { code }
      from to asAt
      result { __typename ... on Known { value numerator denominator unit } ... on NotYetDue { dueOn } ... on Suppressed { reason } }
      exclusions { count }
    }`;
    const representations = [
      { __typename: 'LocalAuthority', id: 'E08000025' },
      { __typename: 'LocalAuthority', id: LEEDS },
      { __typename: 'Practice', id: 'harbour' },
    ];
    const answer = await ask<{ childIndicators: object[]; _entities: object[] }>(staff, query, { representations });
    expect(answer.childIndicators[0]).toEqual({
      code: 'three-or-more-placements',
      unit: 'SHARE',
      goodDirection: 'LOWER',
      outcomeArticle: 22,
    });
    expect(answer._entities).toMatchObject([
      {
        childMeasures: [
          { asAt: '2026-05-01T09:00:00.000Z', result: { __typename: 'Known', value: 0, numerator: 0, denominator: 1 } },
        ],
      },
      { childMeasures: [{ asAt: null, result: { __typename: 'Suppressed' } }] },
      { childMeasures: [{ asAt: null, result: { __typename: 'NotYetDue', dueOn: '2027-03-31' } }] },
    ]);
  });

  test('can be asked for by many practice staff at once with few connections', async () => {
    const query = `query Dashboard($representations: [_Any!]!) {
      children(first: 10) { totalCount edges { node { id reviews { id } } } }
      _entities(representations: $representations) { ... on Practice { childMeasureHistory(indicators: ["three-or-more-placements", "reviews-took-part"], lastYear: 2026) { result { __typename } } } }
    }`;
    const representations = [{ __typename: 'Practice', id: 'harbour' }];
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        ask<{ children: { totalCount: number } }>(practiceStaff, query, { representations }),
      ),
    );
    expect(answers.map(({ children }) => children.totalCount)).toEqual(Array.from({ length: 12 }, () => 1));
  });
});
