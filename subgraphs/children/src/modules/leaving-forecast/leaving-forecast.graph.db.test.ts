import type { Viewer } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import { cases, caseloadSources } from '../../testing/caseload-world.ts';
import { ask, BIRMINGHAM, inspector, startDatabase, startSubgraph } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { foreignManager, manager, practiceManager, reviewingOfficer, worker } from '../../testing/staff.ts';

const statements: string[] = [];
let database: TestDatabase;
let subgraph: ChildrenSubgraph;
beforeAll(async () => {
  database = await startDatabase({ onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, Object.values(cases));
  subgraph = startSubgraph(database, [], caseloadSources);
  await ask(subgraph, manager, {
    query: 'mutation ($input: RecordSiblingInput!) { recordSibling(input: $input) { __typename } }',
    variables: {
      input: {
        childId: idOf(cases.plain),
        key: 'sibling',
        siblingChildId: idOf(cases.offender),
        relation: 'FULL',
        livesTogether: { value: true },
        asOf: '2026-01-01',
      },
    },
  });
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

async function entity<Answer>(
  viewer: Viewer,
  of: Readonly<Record<string, unknown>>,
  fields: string,
): Promise<Answer | undefined> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${String(of['__typename'])} { ${fields} } } }`;
  const { _entities } = await ask<{ _entities: Answer[] }>(subgraph, viewer, { query, variables: { of: [of] } });
  return _entities[0];
}

const FORECAST = `children { child { id } age monthsWithWorker earlierWorkers changesInYear needs { group } siblings { id } }
  reallocation { isBest ruleVersion moves { child { id } to { id } reasons } notPlaced { child { id } reason }
    candidates { worker { id } fullTimeEquivalent limit childrenBefore childrenAfter weightedBefore weightedAfter stateAfter } }`;

interface Forecast {
  readonly children: readonly { readonly child: { readonly id: string } }[];
  readonly reallocation: {
    readonly moves: readonly { child: { id: string }; to: { id: string }; reasons: string[] }[];
    readonly notPlaced: readonly { child: { id: string }; reason: string }[];
    readonly candidates: readonly object[];
  } | null;
}

const forecastOf = async (viewer: Viewer, fields = FORECAST): Promise<Forecast | null | undefined> =>
  (
    await entity<{ leavingForecast: Forecast | null }>(
      viewer,
      { __typename: 'Worker', id: 'SW0000002' },
      `leavingForecast(on: "2026-12-31") { ${fields} }`,
    )
  )?.leavingForecast;

describe('when a worker leaves', () => {
  test('it is told which children lose their lead professional, but those who are adults by then', async () => {
    const told = await forecastOf(practiceManager);
    expect(told?.children).toEqual([
      {
        child: { id: idOf(cases.plain) },
        age: 12,
        monthsWithWorker: 7,
        earlierWorkers: 1,
        changesInYear: 1,
        needs: { group: 'NO_ADDITIONAL' },
        siblings: [{ id: idOf(cases.offender) }],
      },
      {
        child: { id: idOf(cases.offender) },
        age: 12,
        monthsWithWorker: 36,
        earlierWorkers: 0,
        changesInYear: 0,
        needs: { group: 'ADDITIONAL' },
        siblings: [{ id: idOf(cases.plain) }],
      },
      {
        child: { id: idOf(cases.complex) },
        age: 12,
        monthsWithWorker: 31,
        earlierWorkers: 1,
        changesInYear: 0,
        needs: { group: 'COMPLEX' },
        siblings: [],
      },
    ]);
  });

  test('the way to go on is told with its reasons, among colleagues who can lead children', async () => {
    const { reallocation } = (await forecastOf(practiceManager)) ?? { reallocation: null };
    expect(reallocation).toMatchObject({
      isBest: true,
      ruleVersion: 1,
      notPlaced: [],
      candidates: [
        {
          worker: { id: 'SW0000003' },
          fullTimeEquivalent: 0.5,
          // Whoever stays shares what the contract allows.
          limit: 6,
          childrenBefore: 1,
          childrenAfter: 4,
          weightedBefore: 1,
          weightedAfter: 6.5,
          stateAfter: 'WITHIN',
        },
      ],
    });
    const complex = reallocation?.moves.find(({ child }) => child.id === idOf(cases.complex));
    expect(complex).toMatchObject({ to: { id: 'SW0000003' } });
    expect(complex?.reasons).toContain('Led the child before.');
    const narrowed = 'children { child { id } } reallocation(to: ["SW0000005"]) { moves { to { id } } }';
    expect((await forecastOf(manager, narrowed))?.reallocation?.moves.map(({ to }) => to.id)).toEqual(
      Array.from({ length: 4 }, () => 'SW0000005'),
    );
    const nobody = 'children { child { id } } reallocation(to: []) { moves { to { id } } notPlaced { reason } }';
    expect((await forecastOf(manager, nobody))?.reallocation?.notPlaced).toHaveLength(4);
  });

  test('takes no more statements for several workers than for one', async () => {
    const counted = async (...ids: string[]): Promise<number> => {
      statements.length = 0;
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Worker {
        leavingForecast(on: "2026-12-31") { ${FORECAST} } } } }`;
      const of = ids.map((id) => ({ __typename: 'Worker', id }));
      await ask(subgraph, manager, { query, variables: { of } });
      return statements.length;
    };
    const one = await counted('SW0000002');
    expect(await counted('SW0000002', 'SW0000003', 'SW0000001', 'SW0000005')).toBeLessThanOrEqual(one);
  });

  test('it is told to nobody else', async () => {
    for (const viewer of [worker, reviewingOfficer, inspector]) expect(await forecastOf(viewer)).toBeNull();
    expect((await forecastOf(foreignManager))?.children).toEqual([]);
    await expect(
      entity(manager, { __typename: 'Worker', id: 'SW0000002' }, 'leavingForecast(on: "2028-11-23") { on }'),
    ).rejects.toThrow('two years');
  });
});

describe('after a worker has left', () => {
  const EFFECT = 'effectOnChildren { children changed leftWithout daysWithout alreadyUnsettled kept }';
  const employment = (endedOn: string | null) => ({
    __typename: 'Employment',
    id: 'E08000025.employment-1',
    endedOn,
    worker: { __typename: 'Worker', id: 'SW0000001' },
  });
  const effectFor = async (viewer: Viewer, endedOn: string | null): Promise<unknown> =>
    (await entity<{ effectOnChildren: unknown }>(viewer, employment(endedOn), EFFECT))?.effectOnChildren;

  test('what it did to children is told to those who may join the two', async () => {
    const effect = { children: 2, changed: 1, leftWithout: 1, daysWithout: 175, alreadyUnsettled: 0, kept: 0 };
    expect(await effectFor(practiceManager, '2026-05-31')).toEqual(effect);
    expect(await effectFor({ ...manager, hiddenChildIds: [idOf(cases.nobodys)] }, '2026-05-31')).toMatchObject({
      children: 1,
      leftWithout: 0,
    });
    expect(await effectFor(manager, null)).toBeNull();
    expect(await effectFor(manager, '2026-12-31')).toBeNull();
    for (const viewer of [worker, reviewingOfficer, inspector]) {
      expect(await effectFor(viewer, '2026-05-31')).toBeNull();
    }
    expect(await effectFor(foreignManager, '2026-05-31')).toMatchObject({ children: 0 });
  });

  test('changes of worker are told as a rate, with how many came of it', async () => {
    const CHANGES = `workerChanges(from: "2025-12-01", to: "2026-11-21") { children changes childYears perChildYear
      distribution { changes children } byCause { cause changes share } }`;
    const changesOf = async (viewer: Viewer): Promise<unknown> =>
      (await entity<{ workerChanges: unknown }>(viewer, { __typename: 'LocalAuthority', id: BIRMINGHAM }, CHANGES))
        ?.workerChanges;
    expect(await changesOf(manager)).toEqual({
      children: 7,
      changes: 1,
      childYears: (7 * 356) / 365.25,
      perChildYear: 365.25 / (7 * 356),
      distribution: [
        { changes: 0, children: 6 },
        { changes: 1, children: 1 },
      ],
      byCause: [{ cause: 'WORKER_LEFT', changes: 1, share: 1 }],
    });
    for (const viewer of [practiceManager, reviewingOfficer, inspector, foreignManager]) {
      expect(await changesOf(viewer)).toBeNull();
    }
    const practice = { __typename: 'Practice', id: 'harbour-practice' };
    expect(await entity(worker, practice, CHANGES)).toMatchObject({ workerChanges: { changes: 1, byCause: null } });
  });
});
