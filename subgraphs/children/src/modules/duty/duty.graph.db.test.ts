import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
const harbour = { practice: 'harbour-practice', from: '2026-06-01' };
const theirs = aChild({
  care: [{ from: '2026-10-01' }],
  allocations: [harbour],
  workers: [{ id: 'SW100001', from: '2026-10-01' }],
});
const partly = aChild({ care: [{ from: '2026-11-16' }], allocations: [{ ...harbour, functions: ['HEALTH'] }] });
const others = aChild({ care: [{ from: '2026-11-01' }], reviews: [{ on: '2026-11-20', code: 'PN1' }] });

interface Duty {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly daysLate: number;
  readonly rule: { readonly code: string; readonly version: number };
  readonly child: { readonly localId: string };
}
const FIELDS = 'id kind state since dueOn metOn daysLate isFirst rule { code version } child { localId } worker { id }';
const ofChild = async (viewer: Viewer, child: typeof theirs, knownAt?: string) => {
  const { data } = await world.ask<{ child: { duties: Duty[] } | null }>(
    viewer,
    `query ($id: ID!, $knownAt: DateTime) { child(id: $id) { duties(knownAt: $knownAt) { ${FIELDS} } } }`,
    { id: idOf(child), knownAt },
  );
  return data.child?.duties ?? null;
};
const inWords = (duties: readonly Duty[] | null) =>
  duties?.map(({ rule, state, dueOn }) => `${rule.code} ${state} ${dueOn}`) ?? null;

interface Listed {
  readonly edges: readonly { readonly node: Duty }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}
const listed = async (viewer: Viewer, args: object = {}, of = 'la') => {
  const { data } = await world.ask<{ owner: { duties: Listed }[] }>(
    viewer,
    `query ($owner: [_Any!]!, $filter: DutyFilter, $first: Int = 100, $after: String) {
      owner: _entities(representations: $owner) { ... on LocalAuthority { duties(filter: $filter, first: $first, after: $after) {
        asAt totalCount pageInfo { endCursor hasNextPage } edges { node { ${FIELDS} } } } }
      ... on Practice { duties(filter: $filter, first: $first, after: $after) {
        asAt totalCount pageInfo { endCursor hasNextPage } edges { node { ${FIELDS} } } } } } }`,
    {
      owner: [
        of === 'la'
          ? { __typename: 'LocalAuthority', id: 'E08000025' }
          : { __typename: 'Practice', id: 'harbour-practice' },
      ],
      ...args,
    },
  );
  return data.owner[0]!.duties;
};
const listedInWords = ({ edges }: Listed) =>
  edges.map(({ node }) => `${node.child.localId} ${node.rule.code} ${node.state}`);

let entries = 0;
const visit = async (viewer: Viewer, child: typeof theirs, parts: object = {}) => {
  const { data } = await world.ask<{ recordVisit: { child: { duties: Duty[] }; visit: { id: string } } }>(
    viewer,
    `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { ... on RecordVisitSuccess {
      visit { id } child { duties { ${FIELDS} } } } } }`,
    {
      input: {
        childId: idOf(child),
        key: `entry ${++entries}`,
        visitedOn: '2026-10-05',
        purpose: 'STATUTORY',
        isSeen: true,
        seenAlone: { value: true },
        isAtPlacement: true,
        minutes: 45,
        note: 'Seen.',
        ...parts,
      },
    },
  );
  return data.recordVisit;
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [theirs, partly, others]);
});
afterAll(() => world.close());

describe('the duties towards a child', () => {
  test('are worked out from what the returns say, late ones first', async () => {
    expect(inWords(await ofChild(manager, theirs))).toEqual([
      'visit-first-week LATE 2026-10-08',
      'first-review LATE 2026-10-29',
      'initial-health-assessment LATE 2026-10-29',
      'care-plan LATE 2026-10-15',
    ]);
  });

  test('are met by what is recorded, in the same answer', async () => {
    const { child, visit: recorded } = await visit(worker, theirs);
    expect(inWords(child.duties)).toContain('visit-first-week MET 2026-10-08');
    expect(inWords(child.duties)).toContain('visit-six-weeks LATE 2026-11-16');
    expect(child.duties.find(({ rule }) => rule.code === 'visit-first-week')).toMatchObject({ metOn: '2026-10-05' });
    expect(recorded.id).toBeTruthy();
  });

  test('are not met by a visit at which the child was not seen', async () => {
    const { child } = await visit(socialWorker, theirs, {
      visitedOn: '2026-11-10',
      isSeen: false,
      notSeenReason: 'Nobody in.',
    });
    expect(inWords(child.duties)).toContain('visit-six-weeks LATE 2026-11-16');
  });
});
void [
  analyst,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  reviewingOfficer,
  listed,
  listedInWords,
  others,
  partly,
];
