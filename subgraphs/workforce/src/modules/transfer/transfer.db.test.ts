import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  harbourWorker,
  oak,
  sandwell,
  startWorkforce,
} from '../../testing/workforce-world.ts';

const manager: Viewer = { ...birmingham, role: 'la-manager', subject: 'manager' };

let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce();
  ask = graphOver(database);
});
afterAll(() => database.close());

const MOVE = `mutation ($input: TransferStaffInput!) { transferStaff(input: $input) { __typename
  ... on RecordInputError { field } ... on TransferStaffSuccess { transfer { id on isGuaranteeInForce workers { name }
    toEmployer { ... on Practice { id } } } } } }`;
interface Moved {
  readonly __typename: string;
  readonly field?: string;
  readonly transfer?: { readonly id: string; readonly workers: { readonly name: string }[] };
}

const input = (parts: object = {}) => ({
  from: { la: BIRMINGHAM },
  to: { la: BIRMINGHAM, practice: 'harbour' },
  key: 'move',
  on: '2026-11-01',
  workerIds: ['SW000001', 'SW000002'],
  reason: 'COMMISSIONING',
  guarantee: 'RETURN_TO_AUTHORITY',
  guaranteeUntil: '2028-10-31',
  ...parts,
});
async function move(viewer: Viewer, parts: object = {}): Promise<Moved> {
  const answer = await ask(viewer, MOVE, { input: input(parts) });
  if (answer.errors) throw new Error(String(answer.errors[0]?.extensions?.['code']));
  return answer.data?.['transferStaff'] as Moved;
}
const employments = () =>
  database.owner((db) =>
    db.query<{ worker: string; employer: string; from: string; until: string | null }>(
      `SELECT worker_id AS worker, employer_id AS employer, started_on::text AS "from", ended_on::text AS until
         FROM present_employment WHERE worker_id IN ('SW000001', 'SW000002') ORDER BY worker_id, started_on`,
    ),
  );

test.each([
  ['an analyst', birmingham, {}, 'FORBIDDEN'],
  ['the practice', harbour, {}, 'FORBIDDEN'],
  ['another authority', { ...sandwell, role: 'la-manager' } as Viewer, {}, 'NOT_FOUND'],
])('staff are not moved by %s', async (_, viewer, parts, code) => {
  await expect(move(viewer, parts)).rejects.toThrow(code);
});

test.each([
  ['somebody of another employer', { workerIds: ['SW000001', 'SW000004'] }, 'workerIds.1'],
  [
    'an agency worker',
    { from: { la: BIRMINGHAM, practice: 'harbour' }, to: { la: BIRMINGHAM }, workerIds: ['SW000005'] },
    'workerIds.0',
  ],
  ['the same employer', { to: { la: BIRMINGHAM } }, 'to'],
  ['nobody', { workerIds: [] }, 'workerIds'],
  ['a guarantee without an end', { guaranteeUntil: null }, 'guaranteeUntil'],
  ['an end without a guarantee', { guarantee: 'NONE' }, 'guaranteeUntil'],
  ['a contract that cannot be', { contractId: 'no contract!' }, 'contractId'],
])('a move with %s moves nobody', async (_, parts, field) => {
  const before = await employments();
  expect(await move(manager, { key: `refused ${field}`, ...parts })).toMatchObject({
    __typename: 'RecordInputError',
    field,
  });
  expect(await employments()).toEqual(before);
});

test('a move ends and begins employments, once, and is told to both employers', async () => {
  const [one, again] = [await move(manager), await move(manager)];
  expect(one.transfer).toMatchObject({ on: '2026-11-01', isGuaranteeInForce: true, toEmployer: { id: 'harbour' } });
  expect(one.transfer?.workers.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  expect(again.transfer?.id).toBe(one.transfer?.id);
  const there = { employer: 'harbour', from: '2026-11-01', until: null };
  expect(await employments()).toEqual([
    { worker: 'SW000001', employer: BIRMINGHAM, from: '2020-01-01', until: '2024-03-31' },
    { worker: 'SW000001', employer: BIRMINGHAM, from: '2024-04-01', until: '2026-10-31' },
    { worker: 'SW000001', ...there },
    { worker: 'SW000002', employer: BIRMINGHAM, from: '2024-04-01', until: '2026-10-31' },
    { worker: 'SW000002', ...there },
  ]);
  const told = async (viewer: Viewer) => {
    const of = [
      { __typename: 'LocalAuthority', id: BIRMINGHAM },
      { __typename: 'Practice', id: 'harbour' },
    ];
    const answer = await ask(
      viewer,
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on LocalAuthority { transfers { id } leavers(from: "2026-10-01", to: "2026-11-22") { endedByTransfer } }
        ... on Practice { transfers { id } leavers(from: "2026-10-01", to: "2026-11-22") { id } } } }`,
      { of },
    );
    const [authority, practice] = (answer.data?.['_entities'] ?? []) as [
      { transfers: object[]; leavers: { endedByTransfer: boolean }[] },
      { transfers: object[] },
    ];
    return [authority.transfers.length, practice.transfers.length, authority.leavers.map((row) => row.endedByTransfer)];
  };
  expect(await told(manager)).toEqual([1, 1, [true, true]]);
  // A practice's managers are told of it as a move to the practice, not among the authority's.
  expect(await told(harbour)).toEqual([0, 1, []]);
  expect(await told(harbourWorker)).toEqual([0, 0, []]);
  expect(await told(oak)).toEqual([0, 0, []]);
});

test('nobody is moved where they would work more than full time', async () => {
  const back = { from: { la: BIRMINGHAM, practice: 'oak' }, key: 'beyond', workerIds: ['SW000006'] };
  await database.owner((db) =>
    db.query(
      `INSERT INTO employment (la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id,
         worker_id, role, full_time_equivalent, engagement, started_on, source)
       VALUES ($1, $1 || '.beyond', 1, 'platform', now(), false, 'practice', 'harbour', 'SW000006', 'SOCIAL_WORKER', 0.6,
         'EMPLOYEE', '2026-01-01', 'RECORDED')`,
      [BIRMINGHAM],
    ),
  );
  expect(await move(manager, back)).toMatchObject({ __typename: 'RecordInputError', field: 'workerIds.0' });
});
