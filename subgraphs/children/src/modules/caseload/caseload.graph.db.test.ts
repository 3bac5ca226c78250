import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import { aChild } from '../../testing/a-child.ts';
import { cases, caseloadSources } from '../../testing/caseload-world.ts';
import { ask, BIRMINGHAM, inspector, startDatabase, startSubgraph } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { withoutRowSecurity } from '../../testing/safeguards.ts';
import { analyst, foreignManager, manager, practiceManager, reviewingOfficer, worker } from '../../testing/staff.ts';

const statements: string[] = [];
let database: TestDatabase;
let subgraph: ChildrenSubgraph;
/** The policy alone: the same rows, read past row-level security. */
let policyAlone: ChildrenSubgraph;
beforeAll(async () => {
  database = await startDatabase({ onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, Object.values(cases));
  subgraph = startSubgraph(database, [], caseloadSources);
  policyAlone = startSubgraph(withoutRowSecurity(database), [], caseloadSources);
});
afterAll(async () => {
  await subgraph.close();
  await policyAlone.close();
  await database.close();
});

interface Told {
  readonly count: number;
  readonly weightedLoad: number | null;
  readonly [field: string]: unknown;
}

async function entity<Answer>(
  viewer: Viewer,
  of: { readonly __typename: string; readonly id: string },
  fields: string,
  asked = subgraph,
): Promise<Answer | undefined> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${of.__typename} { ${fields} } } }`;
  const { _entities } = await ask<{ _entities: Answer[] }>(asked, viewer, { query, variables: { of: [of] } });
  return _entities[0];
}

const CASELOAD = `count weightedLoad partlyKnown byNeed { group children weightedLoad }
  byCategoryOfNeed { category { code } children } fullTimeEquivalent limit { children basis share state }
  children { totalCount edges { node { id } } }`;
const caseloadOf = async (viewer: Viewer, args = ''): Promise<Told | null | undefined> =>
  (
    await entity<{ caseload: Told | null }>(
      viewer,
      { __typename: 'Worker', id: 'SW0000002' },
      `caseload${args} { ${CASELOAD} }`,
    )
  )?.caseload;

test('a worker’s caseload is counted, weighted by need, and held against the worker’s share of the contract', async () => {
  const { plain, offender, complex, authoritys, adult } = cases;
  expect(await caseloadOf(practiceManager)).toEqual({
    count: 4,
    weightedLoad: 6.5,
    partlyKnown: 0,
    byNeed: [
      { group: 'NO_ADDITIONAL', children: 2, weightedLoad: 2 },
      { group: 'ADDITIONAL', children: 1, weightedLoad: 1.6 },
      { group: 'COMPLEX', children: 1, weightedLoad: 2.9 },
    ],
    byCategoryOfNeed: [{ category: { code: 'N1' }, children: 4 }],
    fullTimeEquivalent: 1,
    limit: { children: 4, basis: 'SHARE_OF_CONTRACT', share: 1, state: 'NEAR' },
    children: {
      totalCount: 4,
      edges: [plain, offender, complex, adult].map((child) => ({ node: { id: idOf(child) } })),
    },
  });
  expect(await caseloadOf(manager)).toMatchObject({ count: 5, weightedLoad: 7.5, limit: { state: 'CROSSED' } });
  expect(await caseloadOf({ ...manager, hiddenChildIds: [idOf(authoritys)] })).toMatchObject({ count: 4 });
});

test('it is told of children one may see, and not to those who see single children only', async () => {
  expect(await caseloadOf(manager, '(on: "2024-03-01")')).toMatchObject({ count: 3, weightedLoad: 3 });
  expect(await caseloadOf(foreignManager)).toMatchObject({ count: 0, weightedLoad: 0 });
  expect(await caseloadOf(worker)).toMatchObject({ count: 4, fullTimeEquivalent: null, limit: null });
  expect(await caseloadOf(reviewingOfficer)).toBeNull();
  const glass = { id: 'glass', childId: idOf(cases.plain), until: '2026-11-22T12:30:00.000Z' };
  expect(await caseloadOf({ ...manager, breakGlass: glass, namedChildIds: [idOf(cases.plain)] })).toBeNull();
});

test('an inspector is told how many and not how much they need, but of the sample', async () => {
  expect(await caseloadOf(inspector)).toMatchObject({ count: 5, weightedLoad: null, partlyKnown: 5, byNeed: [] });
  const sampled = { ...inspector, namedChildIds: [idOf(cases.complex)] };
  expect(await caseloadOf(sampled)).toMatchObject({ count: 5, weightedLoad: null, partlyKnown: 4 });
  expect(await caseloadOf(sampled, '(on: "2026-11-01")')).toMatchObject({ count: 1, weightedLoad: 2.9 });
});

test('a caseload is paged', async () => {
  const first = await caseloadOf(manager).then((told) => told);
  const page = await entity<{ caseload: { children: { edges: { node: { id: string }; cursor: string }[] } } }>(
    manager,
    { __typename: 'Worker', id: 'SW0000002' },
    'caseload { children(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } } }',
  );
  const cursor = page?.caseload.children.edges.at(-1)?.cursor ?? '';
  const rest = await entity<{ caseload: { children: { edges: { node: { id: string } }[] } } }>(
    manager,
    { __typename: 'Worker', id: 'SW0000002' },
    `caseload { children(after: "${cursor}") { edges { node { id } } } }`,
  );
  const ids = [...(page?.caseload.children.edges ?? []), ...(rest?.caseload.children.edges ?? [])].map(
    ({ node }) => node.id,
  );
  expect(ids).toHaveLength(first?.count ?? 0);
  expect(new Set(ids).size).toBe(5);
});

const CASELOADS = `caseloads { children withoutLead childrenWithoutLead { edges { node { id } } } weightedLoad
  leadsWithoutPost fullTimeEquivalent childrenPerFullTimeEquivalent weightedPerFullTimeEquivalent
  limit { children basis share state } byWorker { worker { id } count } }`;
const harbour = { __typename: 'Practice', id: 'harbour-practice' };
const authority = { __typename: 'LocalAuthority', id: BIRMINGHAM };
const caseloadsOf = async (viewer: Viewer, of: typeof harbour): Promise<unknown> =>
  (await entity<{ caseloads: unknown }>(viewer, of, CASELOADS))?.caseloads;

test('a practice’s caseloads are told together, with averages, its contract and who has nobody', async () => {
  expect(await caseloadsOf(practiceManager, harbour)).toEqual({
    children: 6,
    withoutLead: 1,
    childrenWithoutLead: { edges: [{ node: { id: idOf(cases.nobodys) } }] },
    weightedLoad: 7.5,
    leadsWithoutPost: 0,
    fullTimeEquivalent: 1.5,
    childrenPerFullTimeEquivalent: 5 / 1.5,
    weightedPerFullTimeEquivalent: 5,
    limit: { children: 6, basis: 'CONTRACT', share: 1, state: 'NEAR' },
    byWorker: [
      { worker: { id: 'SW0000002' }, count: 4 },
      { worker: { id: 'SW0000003' }, count: 1 },
    ],
  });
  expect(await caseloadsOf(worker, harbour)).toMatchObject({
    children: 6,
    fullTimeEquivalent: null,
    childrenPerFullTimeEquivalent: null,
    limit: null,
  });
  expect(await caseloadsOf(analyst, authority)).toMatchObject({ children: 7, withoutLead: 1, limit: null });
  expect(await caseloadsOf(inspector, authority)).toMatchObject({ children: 7, weightedLoad: null });
});

test('caseloads are nobody else’s', async () => {
  for (const [viewer, of] of [
    [foreignManager, authority],
    [practiceManager, authority],
    [reviewingOfficer, authority],
    [aViewer({ role: 'integrator', scopes: ['workforce'] }), authority],
    [{ ...practiceManager, practiceId: 'oak-practice' }, harbour],
  ] as const) {
    expect(await caseloadsOf(viewer, of)).toBeNull();
  }
  expect(await caseloadsOf(foreignManager, harbour)).toMatchObject({ children: 0, byWorker: [] });
});

test('a practice is not told of children whose workers its contract does not delegate, and of needs only in part', async () => {
  const allocation = { practice: 'oak-practice', from: '2024-01-01' };
  const oak = { ...practiceManager, practiceId: 'oak-practice' };
  await givenChildren(database, [
    aChild({
      workers: [{ id: 'SW0000007', from: '2024-01-01' }],
      allocations: [{ ...allocation, functions: ['CARE_PLANNING', 'HEALTH'] }],
    }),
    aChild({
      workers: [{ id: 'SW0000007', from: '2024-01-01' }],
      outcomes: [{ year: 2026, convicted: true, sdq: 30 }],
      allocations: [{ ...allocation, functions: ['CARE_PLANNING', 'VISITS_AND_SUPERVISION'] }],
    }),
  ]);
  const told = await entity<{ caseload: Told }>(
    oak,
    { __typename: 'Worker', id: 'SW0000007' },
    'caseload { count partlyKnown weightedLoad }',
  );
  expect(told?.caseload).toEqual({ count: 1, partlyKnown: 1, weightedLoad: 1 });
});

test('the policy alone withholds the same', async () => {
  const sampled = { ...inspector, namedChildIds: [idOf(cases.complex)] };
  const oak = { ...practiceManager, practiceId: 'oak-practice' };
  const hiding = { ...manager, hiddenChildIds: [idOf(cases.authoritys)] };
  const fields = 'byWorker { worker { id } count weightedLoad partlyKnown byCategoryOfNeed { children } } withoutLead';
  for (const viewer of [manager, hiding, practiceManager, oak, worker, inspector, sampled, foreignManager]) {
    for (const of of [harbour, authority, { __typename: 'Practice', id: 'oak-practice' }]) {
      for (const day of ['', '(on: "2026-11-01")']) {
        const both = await entity(viewer, of, `caseloads${day} { ${fields} }`);
        expect(await entity(viewer, of, `caseloads${day} { ${fields} }`, policyAlone)).toEqual(both);
      }
    }
  }
});

test('what a child needs is told with its reasons, to whoever may open the record', async () => {
  const query = `query ($id: ID!) { child(id: $id) { needs { group weight ruleVersion isPartial reasons { kind on } } } }`;
  const needsOf = async (viewer: Viewer): Promise<unknown> =>
    (
      await ask<{ child: { needs: unknown } | null }>(subgraph, viewer, {
        query,
        variables: { id: idOf(cases.complex) },
      })
    ).child?.needs;
  expect(await needsOf(manager)).toEqual({
    group: 'COMPLEX',
    weight: 2.9,
    ruleVersion: 1,
    isPartial: false,
    reasons: [
      { kind: 'EMOTIONAL_OR_BEHAVIOURAL', on: '2026-03-31' },
      { kind: 'OFFENDING', on: '2026-03-31' },
    ],
  });
  expect(await needsOf(inspector)).toBeUndefined();
});

test('takes as many statements for more workers and children', async () => {
  const counted = async (): Promise<number> => {
    statements.length = 0;
    await entity(manager, authority, `caseloads { byWorker { ${CASELOAD} } }`);
    return statements.length;
  };
  const few = await counted();
  await givenChildren(
    database,
    Array.from({ length: 20 }, (_, index) => aChild({ workers: [{ id: `SW00001${index % 7}`, from: '2025-05-01' }] })),
  );
  expect(await counted()).toBe(few);
});
