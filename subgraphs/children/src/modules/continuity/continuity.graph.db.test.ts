import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildrenSubgraph } from '../../index.ts';
import { aChild } from '../../testing/a-child.ts';
import {
  ask,
  birmingham,
  inspector,
  practiceWorker,
  sandwell,
  startDatabase,
  startSubgraph,
} from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';

const PERIOD = '(from: "2025-04-01", to: "2026-03-31")';
const statements: string[] = [];
const moved = aChild({
  workers: [
    { id: 'SW100001', from: '2022-04-01', to: '2025-09-30' },
    { id: 'SW100002', from: '2025-10-01' },
  ],
  allocations: [{ practice: 'harbour-practice', from: '2025-10-01' }],
});
const stayed = aChild({ workers: [{ id: 'SW100001', from: '2022-04-01' }] });
const withheld = aChild({
  workers: [{ id: 'SW100002', from: '2025-10-01' }],
  allocations: [{ practice: 'harbour-practice', from: '2025-10-01', functions: ['HEALTH'] }],
});
let database: TestDatabase;
let subgraph: ChildrenSubgraph;
beforeAll(async () => {
  database = await startDatabase({ onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, [moved, stayed, withheld]);
  subgraph = startSubgraph(database);
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

interface Many {
  workerContinuity: {
    all: { children: number; daysInCare: number; survival: { relationships: number } };
    groups: { key: string; practice: { id: string } | null; figures: { children: number; daysInCare: number } }[];
  } | null;
}

async function ofMany(viewer: Viewer, type: 'LocalAuthority' | 'Practice', id: string): Promise<Many> {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} {
    workerContinuity(from: "2025-04-01", to: "2026-03-31", by: RESPONSIBLE) {
      all { children daysInCare survival { relationships } }
      groups { key practice { id } figures { children daysInCare } } } } } }`;
  const of = [{ __typename: type, id }];
  const { _entities } = await ask<{ _entities: Many[] }>(subgraph, viewer, { query, variables: { of } });
  return _entities[0] ?? { workerContinuity: null };
}

async function ofChild(viewer: Viewer, id: string): Promise<unknown> {
  const query = `query ($id: ID!) { child(id: $id) { continuity${PERIOD} { daysInCare workers daysWithLongest
    shareWithLongest longestWorker { id } presentWorker { id } presentSince monthsWithPresent
    changes { on before { id } after { id } isTransfer } byResponsible { practice { id } daysInCare } } } }`;
  const { child } = await ask<{ child: { continuity: unknown } | null }>(subgraph, viewer, {
    query,
    variables: { id },
  });
  return child?.continuity;
}

test('a child’s continuity is joined across the authority and a practice', async () => {
  expect(await ofChild(birmingham, idOf(moved))).toEqual({
    daysInCare: 365,
    workers: 2,
    daysWithLongest: 183,
    shareWithLongest: 183 / 365,
    longestWorker: { id: 'SW100001' },
    presentWorker: { id: 'SW100002' },
    presentSince: '2025-10-01',
    monthsWithPresent: 6,
    changes: [{ on: '2025-10-01', before: { id: 'SW100001' }, after: { id: 'SW100002' }, isTransfer: true }],
    byResponsible: [
      { practice: null, daysInCare: 183 },
      { practice: { id: 'harbour-practice' }, daysInCare: 182 },
    ],
  });
  expect(await ofChild(practiceWorker, idOf(moved))).toMatchObject({ workers: 2, daysInCare: 365 });
  expect(await ofChild(practiceWorker, idOf(withheld))).toBeNull();
});

test('together it is told to those who see the children, and of those they see', async () => {
  const { workerContinuity } = await ofMany(birmingham, 'LocalAuthority', moved.la);
  expect(workerContinuity).toMatchObject({ all: { children: 3, daysInCare: 3 * 365, survival: { relationships: 2 } } });
  expect(workerContinuity?.groups).toEqual([
    { key: 'authority', practice: null, figures: { children: 3, daysInCare: 365 + 183 + 183 } },
    {
      key: 'harbour-practice',
      practice: { id: 'harbour-practice' },
      figures: { children: 2, daysInCare: 182 + 182 },
    },
  ]);
  const hidden = { ...birmingham, hiddenChildIds: [idOf(stayed)] };
  expect(await ofMany(hidden, 'LocalAuthority', moved.la)).toMatchObject({
    workerContinuity: { all: { children: 2 } },
  });
  const own = await ofMany(practiceWorker, 'Practice', 'harbour-practice');
  expect(own).toMatchObject({ workerContinuity: { all: { children: 1 } } });
  for (const viewer of [
    sandwell,
    inspector,
    practiceWorker,
    aViewer({ role: 'la-iro', namedChildIds: [idOf(moved)] }),
  ]) {
    expect(await ofMany(viewer, 'LocalAuthority', moved.la)).toEqual({ workerContinuity: null });
  }
});

test('takes as many statements for more children', async () => {
  const counted = async (): Promise<number> => {
    statements.length = 0;
    await ofMany(birmingham, 'LocalAuthority', moved.la);
    return statements.length;
  };
  const few = await counted();
  await givenChildren(
    database,
    Array.from({ length: 30 }, () => aChild({ workers: [{ id: 'SW100003', from: '2025-05-01', to: '2025-06-01' }] })),
  );
  expect(await counted()).toBe(few);
});
