import { plainDate, type Clock } from '@mainstay/primitives';
import { readOutbox, TouchLog, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aChildsFacts,
  birmingham,
  BIRMINGHAM,
  child,
  graphOver,
  harbour,
  manager,
  momentAt,
  sandwell,
  SANDWELL,
  startWorld,
  underGlass,
  factsFinder,
  findAllocationFacts,
  toAllocate,
} from '../../testing/contracts-world.ts';
import { endAllocations, type EndAllocationsInput, type EndAllocationsOutcome } from './allocation.ending.ts';
import type { AllocationEvent, AllocationRow } from './allocation.entity.ts';
import { allocateChildren } from './allocation.service.ts';

const NOW = '2026-11-22T12:00:00.000Z';
let now = NOW;
const clock: Clock = { now: () => momentAt(now).now, today: () => momentAt(now).today };
const one = child(BIRMINGHAM, 1);
const FIRST = `${one}.harbour-2023.2024-05-01`;
const ENDED = `${child(BIRMINGHAM, 3)}.harbour-2023.2024-05-01`;
const TAKEN_BACK = { reason: 'TAKEN_BACK', explanation: 'They move.' } as const;
let database: Database;
let touched: TouchLog;
let laterAllocation: string;
beforeAll(async () => {
  database = await startWorld(undefined, clock);
  laterAllocation = await allocate('later', '2026-12-01');
});
beforeEach(async () => {
  now = NOW;
  touched = new TouchLog();
  const back = 'UPDATE allocation SET ended_on = NULL, ended_at = NULL WHERE id = ANY ($1)';
  await database.owner((db) => db.query(back, [[FIRST, laterAllocation]]));
});
afterAll(() => database.close());

async function allocate(localId: string, startedOn: string): Promise<string> {
  const asked = {
    contractId: 'harbour-2023',
    children: [toAllocate(child(BIRMINGHAM, localId))],
    startedOn: plainDate(startedOn),
    idempotencyKey: `${localId} ${startedOn}`,
  };
  const working = { viewer: manager, moment: momentAt(now), touched: new TouchLog(), findAllocationFacts };
  const outcome = await database.write(manager, (db) => allocateChildren({ db, ...working }, asked));
  if (outcome.kind === 'refused') return outcome.refusals.map(({ rule }) => rule).join();
  return outcome.kind === 'allocated' ? (outcome.allocations[0]?.id ?? '') : outcome.kind;
}

function end(lastDay: string, parts: Partial<EndAllocationsInput> = {}, viewer: Viewer = manager) {
  const input = { allocationIds: [FIRST], lastDay: plainDate(lastDay), ...TAKEN_BACK, ...parts };
  return database.write(viewer, (db) =>
    endAllocations({ db, viewer, moment: momentAt(now), touched, findAllocationFacts }, input),
  );
}

function ended(outcome: EndAllocationsOutcome): readonly AllocationRow[] {
  if (outcome.kind !== 'ended') throw new Error(outcome.kind);
  return outcome.allocations;
}

async function seenByHarbour(): Promise<string[]> {
  return (await database.read(harbour, (db) => db.query<{ id: string }>('SELECT id FROM allocation'))).map(
    (row) => row.id,
  );
}

async function lastTold(id: string): Promise<AllocationEvent | undefined> {
  const events = await database.service((db) => readOutbox(db, 0));
  return events.map((event) => event.payload as AllocationEvent).findLast((event) => event.id === id);
}

describe('ending allocations with immediate effect', () => {
  test('ends what the practice sees at that instant, and tells it', async () => {
    expect(await seenByHarbour()).toEqual([FIRST]);
    expect(ended(await end('2026-11-22'))).toMatchObject([{ lastDay: '2026-11-22', accessUntil: new Date(NOW) }]);
    expect(await seenByHarbour()).toEqual([]);
    expect(await lastTold(FIRST)).toMatchObject({ endedOn: '2026-11-22', endsAt: NOW });
    now = '2026-11-22T11:59:59.999Z';
    expect(await seenByHarbour()).toEqual([FIRST]);
    expect(touched.touched().changes).toEqual([
      { what: 'allocations ended', laCode: BIRMINGHAM, ids: [FIRST], childIds: [one] },
    ]);
  });

  test('changes nothing when it is sent again, that day or later', async () => {
    const first = ended(await end('2026-11-22'));
    now = '2026-12-24T12:00:00.000Z';
    expect(ended(await end('2026-11-22'))).toEqual(first);
    expect(touched.touched().changes).toHaveLength(1);
  });

  test('makes the child free from the next day, not on the same', async () => {
    await end('2026-11-22');
    expect(await allocate('1', '2026-11-22')).toBe('ALREADY_ALLOCATED');
    const again = await allocate('1', '2026-11-23');
    expect(again).toBe(`${one}.harbour-2023.2026-11-23`);
    for (const table of ['allocation_grounds', 'allocation']) {
      await database.owner((db) => db.query(`DELETE FROM ${table} WHERE id = $1`, [again]));
    }
  });
});

describe('ending allocations later', () => {
  test.each([
    ['2026-12-24', '2026-12-25T00:00:00.000Z'],
    ['2027-03-28', '2027-03-28T23:00:00.000Z'],
  ])('on %s: sight lasts until %s', async (lastDay, endsAt) => {
    expect(ended(await end(lastDay))).toMatchObject([{ endedOn: lastDay, accessUntil: new Date(endsAt) }]);
    now = new Date(Date.parse(endsAt) - 1).toISOString();
    expect(await seenByHarbour()).toContain(FIRST);
    now = endsAt;
    expect(await seenByHarbour()).not.toContain(FIRST);
  });

  test('may still be brought forward, and to now', async () => {
    await end('2026-12-24');
    expect(await end('2026-12-25')).toMatchObject({ kind: 'impossible-day' });
    expect(ended(await end('2026-12-23'))).toMatchObject([{ lastDay: '2026-12-23' }]);
    expect(ended(await end('2026-11-22'))).toMatchObject([{ accessUntil: new Date(NOW) }]);
  });
});

describe('a last day that cannot be', () => {
  test.each([
    ['before it began', '2024-04-30', [FIRST]],
    ['after its contract ends', '2027-04-01', [FIRST]],
    ['another than one that has ended has', '2025-01-30', [ENDED]],
    ['later than one that has ended has', '2025-02-01', [ENDED]],
    ['before one to come', '2026-11-22', ['later']],
  ])('%s', async (_, lastDay, [id]) => {
    const allocationIds = [id === 'later' ? laterAllocation : (id ?? '')];
    expect(await end(lastDay, { allocationIds })).toEqual({ kind: 'impossible-day', allocationIds });
  });

  test('of one ends none', async () => {
    const outcome = await end('2026-11-22', { allocationIds: [FIRST, laterAllocation] });
    expect(outcome).toEqual({ kind: 'impossible-day', allocationIds: [laterAllocation] });
    expect(await seenByHarbour()).toEqual([FIRST]);
    expect(touched.touched().changes).toEqual([]);
  });

  test('is not the one that an ended allocation has', async () => {
    expect(ended(await end('2025-01-31', { allocationIds: [ENDED] }))).toMatchObject([{ lastDay: '2025-01-31' }]);
    expect(touched.touched().changes).toEqual([]);
  });
});

describe('what cannot be meant, and who may not', () => {
  const unknown = [`${child(BIRMINGHAM, 'nobody')}.harbour-2023.2024-05-01`];

  test.each([
    ['no allocation', { allocationIds: [] }, manager, 'BAD_USER_INPUT'],
    [
      '501 of them',
      { allocationIds: Array.from({ length: 501 }, (_, index) => `${index}`) },
      manager,
      'BAD_USER_INPUT',
    ],
    ['no explanation', { explanation: '  ' }, manager, 'BAD_USER_INPUT'],
    ['one that is not', { allocationIds: [FIRST, ...unknown] }, manager, 'NOT_FOUND'],
    [
      'another authority’s',
      { allocationIds: [`${child(SANDWELL, 1)}.oak-sandwell-2024.2024-05-01`] },
      manager,
      'NOT_FOUND',
    ],
    ['one of a child restricted to others', {}, { ...manager, hiddenChildIds: [one] }, 'NOT_FOUND'],
    ['another authority', {}, sandwell, 'NOT_FOUND'],
    ['an analyst', {}, { ...manager, role: 'la-analyst' as const }, 'FORBIDDEN'],
    ['a reviewing officer', {}, { ...manager, role: 'la-iro' as const, namedChildIds: [one] }, 'FORBIDDEN'],
    ['the practice', {}, harbour, 'FORBIDDEN'],
    ['a manager under a broken glass', {}, underGlass(manager, one), 'FORBIDDEN'],
  ])('%s', async (_, parts, viewer, code) => {
    await expect(end('2026-11-22', parts, viewer)).rejects.toMatchObject({ code });
  });
});

test('a reason that the records do not show ends none; a contract that is left with too few is told', async () => {
  const early = await end('2026-11-22', { reason: 'YEAR_AFTER_LEAVING' });
  expect(early).toMatchObject({ kind: 'not-due', allocations: [{ id: FIRST }] });
  expect(await seenByHarbour()).toEqual([FIRST]);
  const outcome = await end('2026-11-22');
  expect(outcome).toMatchObject({ capacities: [{ contract: { id: 'harbour-2023' }, before: 1, after: 0 }] });
  expect(ended(outcome)).toMatchObject([{ endCode: 'TAKEN_BACK' }]);
});

test('what ends soon is listed for the authority, soonest first, and for nobody else', async () => {
  const known = [
    aChildsFacts(one, { isLookedAfter: false, careEndedOn: plainDate('2025-12-10'), careEndReason: 'E4' }),
    aChildsFacts(child(BIRMINGHAM, 'later'), { dateOfBirth: plainDate('2005-12-09') }),
  ];
  const ask = graphOver(database, clock, factsFinder(known));
  const query = (days: number) =>
    `{ localAuthority(id: "${BIRMINGHAM}") { allocationsEndingSoon(days: ${days}) { id expectedEnd { on rule } } } }`;
  const found = async (viewer: Viewer, days = 30) =>
    (await ask(viewer, query(days))).data?.['localAuthority'] as { allocationsEndingSoon: unknown };
  const yearAfter = { id: FIRST, expectedEnd: { on: '2026-12-10', rule: 'YEAR_AFTER_LEAVING' } };
  expect((await found(manager)).allocationsEndingSoon).toEqual([yearAfter]);
  expect((await found(manager, 17)).allocationsEndingSoon).toEqual([]);
  now = '2026-12-02T12:00:00.000Z';
  const birthday = { id: laterAllocation, expectedEnd: { on: '2026-12-08', rule: 'TWENTY_FIRST_BIRTHDAY' } };
  expect((await found(manager)).allocationsEndingSoon).toEqual([birthday, yearAfter]);
  for (const viewer of [harbour, sandwell, underGlass(manager, one)]) {
    expect((await found(viewer)).allocationsEndingSoon).toBeNull();
  }
});

test('over the graph: success, failures as data, and what was touched', async () => {
  const ask = graphOver(database, clock);
  const mutation = `mutation ($input: EndAllocationsInput!) { endAllocations(input: $input) { __typename
    ... on EndAllocationsSuccess { allocations { id endedOn child { id } contract { status } } }
    ... on AllocationLastDayError { allocationIds } ... on UserError { message } } }`;
  const input = { allocationIds: [FIRST], lastDay: '2026-11-22', ...TAKEN_BACK };
  const answer = await ask(birmingham, mutation, { input });
  expect(answer.data?.['endAllocations']).toEqual({
    __typename: 'EndAllocationsSuccess',
    allocations: [{ id: FIRST, endedOn: '2026-11-22', child: { id: one }, contract: { status: 'LIVE' } }],
  });
  expect(answer.extensions?.['touched']).toMatchObject({ listed: [one], changes: [{ what: 'allocations ended' }] });
  const refused = await ask(birmingham, mutation, { input: { ...input, lastDay: '2026-11-23' } });
  expect(refused.data?.['endAllocations']).toMatchObject({
    __typename: 'AllocationLastDayError',
    allocationIds: [FIRST],
  });
});

test('reading the allocations of a child opens its record; of a child one may not see it does not', async () => {
  const ask = graphOver(database, clock);
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Child { allocations { id } } } }`;
  const of = [one, child(BIRMINGHAM, 'none'), child(SANDWELL, 1)].map((id) => ({ __typename: 'Child', id }));
  const touchedBy = async (viewer: Viewer) => (await ask(viewer, query, { of })).extensions?.['touched'];
  expect(await touchedBy(manager)).toMatchObject({ records: [one, child(BIRMINGHAM, 'none')], listed: [] });
  expect(await touchedBy(harbour)).toMatchObject({ records: [one] });
  expect(await touchedBy({ ...manager, hiddenChildIds: [one] })).toMatchObject({
    records: [child(BIRMINGHAM, 'none')],
  });
});
