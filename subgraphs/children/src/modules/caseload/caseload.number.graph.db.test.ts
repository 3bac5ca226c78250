import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { plainDate } from '@mainstay/primitives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import { aChild } from '../../testing/a-child.ts';
import { sourcesOf } from '../../testing/caseload-sources.ts';
import { aPost } from '../../testing/caseload-world.ts';
import { ask, startDatabase, startSubgraph } from '../../testing/children-world.ts';
import { givenChildren } from '../../testing/given.ts';
import { manager } from '../../testing/staff.ts';

/** The return writes the number in its way, and the census, which was first to name the worker, in its own. */
const inReturn = 'sw12345';
const inCensus = 'SW0000012345';
const allocations = [{ practice: 'harbour-practice', from: '2024-01-01' }];
const left = { from: '2022-04-01', to: '2026-05-31' };

let database: TestDatabase;
let subgraph: ChildrenSubgraph;
beforeAll(async () => {
  database = await startDatabase();
  await givenChildren(database, [
    aChild({ workers: [{ id: inReturn, from: '2024-01-01' }], allocations }),
    aChild({
      workers: [
        { id: 'Sw777', ...left },
        { id: inReturn, from: '2026-06-01' },
      ],
      allocations,
    }),
    aChild({ workers: [{ id: 'SW123450', from: '2024-01-01' }], allocations }),
  ]);
  const times = [
    {
      workerId: 'SW0000000777',
      employerKind: 'practice' as const,
      employerId: 'harbour-practice',
      from: plainDate('2020-01-01'),
      until: plainDate('2026-05-31'),
    },
  ];
  const staff = [aPost(inCensus, { fullTimeEquivalent: 0.5 }), aPost('SW0000000888')];
  subgraph = startSubgraph(database, [], sourcesOf({ staff, capacities: [], times }));
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

async function entities<Answer>(of: readonly { __typename: string }[], fields: string): Promise<Answer[]> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${fields} } }`;
  return (await ask<{ _entities: Answer[] }>(subgraph, manager, { query, variables: { of } }))._entities;
}

test('a worker whom the census named before the return has a caseload and a post, under either form of the number', async () => {
  const workers = [inReturn, inCensus, 'SW12345'].map((id) => ({ __typename: 'Worker', id }));
  const fields = '... on Worker { caseload { count fullTimeEquivalent worker { id } } }';
  expect(await entities(workers, fields)).toEqual(
    workers.map(({ id }) => ({ caseload: { count: 2, fullTimeEquivalent: 0.5, worker: { id } } })),
  );
});

test('the posts of those who lead are counted however their numbers are written', async () => {
  const practice = [{ __typename: 'Practice', id: 'harbour-practice' }];
  expect(
    await entities(
      practice,
      '... on Practice { caseloads { fullTimeEquivalent leadsWithoutPost childrenPerFullTimeEquivalent } }',
    ),
  ).toEqual([{ caseloads: { fullTimeEquivalent: 0.5, leadsWithoutPost: 1, childrenPerFullTimeEquivalent: 4 } }]);
});

test('a worker who left is known as one, and what that did to children, however the number is written', async () => {
  const asked = [
    { __typename: 'Practice', id: 'harbour-practice' },
    { __typename: 'Employment', id: 'e', worker: { __typename: 'Worker', id: 'SW0000000777' }, endedOn: '2026-05-31' },
  ];
  const fields = `... on Practice { workerChanges(from: "2026-01-01", to: "2026-10-31") { byCause { cause changes } } }
    ... on Employment { effectOnChildren { children changed } }`;
  expect(await entities(asked, fields)).toEqual([
    { workerChanges: { byCause: [{ cause: 'WORKER_LEFT', changes: 1 }] } },
    { effectOnChildren: { children: 1, changed: 1 } },
  ]);
});
