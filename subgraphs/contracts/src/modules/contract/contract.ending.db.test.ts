import { plainDate, type Clock } from '@mainstay/primitives';
import { readOutbox, TouchLog, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  manager,
  momentAt,
  oak,
  practiceContext,
  sandwell,
  SANDWELL,
  startWorld,
  underGlass,
  findAllocationFacts,
  toAllocate,
} from '../../testing/contracts-world.ts';
import type { AllocationEvent } from '../allocation/allocation.entity.ts';
import { allocateChildren } from '../allocation/allocation.service.ts';
import { endContract, type EndContractInput, type EndContractOutcome } from './contract.ending.ts';
import { findContractsById } from './contract.repository.ts';
import { contractStatus } from './contract.status.ts';

const NOW = '2026-11-22T12:00:00.000Z';
let now = NOW;
const clock: Clock = { now: () => momentAt(now).now, today: () => momentAt(now).today };
let database: Database;
let touched: TouchLog;
beforeAll(async () => {
  database = await startWorld(undefined, clock);
});
beforeEach(async () => {
  now = NOW;
  touched = new TouchLog();
  await database.owner((db) =>
    db.query(`UPDATE contract SET ended_at = NULL, ends_on = CASE id WHEN 'harbour-2023' THEN '2027-03-31'::date END
               WHERE id IN ('harbour-2023', 'oak-sandwell-2024')`),
  );
});
afterAll(() => database.close());

function end(lastDay: string, parts: Partial<EndContractInput> = {}, viewer: Viewer = manager) {
  const input = { contractId: 'harbour-2023', lastDay: plainDate(lastDay), reason: 'They close.', ...parts };
  return database.write(viewer, (db) => endContract({ db, viewer, moment: momentAt(now), touched }, input));
}

function ended(outcome: EndContractOutcome) {
  if (outcome.kind !== 'ended') throw new Error(outcome.kind);
  return outcome.contract;
}

/** The children whose allocations row-level security alone shows the practice. */
async function seenBy(viewer: Viewer): Promise<string[]> {
  const rows = await database.read(viewer, (db) => db.query<{ id: string }>('SELECT child_id AS id FROM allocation'));
  return rows.map((row) => row.id);
}

async function lastTold(childId: string): Promise<AllocationEvent | undefined> {
  const events = await database.service((db) => readOutbox(db, 0));
  return events.map((event) => event.payload as AllocationEvent).findLast((event) => event.childId === childId);
}

describe('ending a contract with immediate effect', () => {
  test('ends at the very instant what the practice sees, everywhere', async () => {
    expect(await seenBy(harbour)).toEqual([child(BIRMINGHAM, 1)]);
    const contract = ended(await end('2026-11-22'));
    expect(contract).toMatchObject({ endsOn: '2026-11-22', endedAt: new Date(NOW) });
    expect(contractStatus(contract, momentAt(now))).toBe('ENDED');
    expect(await seenBy(harbour)).toEqual([]);
    expect(await practiceContext(database, clock, 'harbour')).toEqual([]);
    now = '2026-11-22T11:59:59.999Z';
    expect(await seenBy(harbour)).toEqual([child(BIRMINGHAM, 1)]);
    expect(await practiceContext(database, clock, 'harbour')).toEqual([BIRMINGHAM]);
    expect(await lastTold(child(BIRMINGHAM, 1))).toMatchObject({ endedOn: '2026-11-22', endsAt: NOW });
  });

  test('tells what was changed, for whom', async () => {
    await end('2026-11-22');
    expect(touched.touched().changes).toEqual([
      { what: 'contract ended', laCode: BIRMINGHAM, ids: ['harbour-2023'], childIds: [child(BIRMINGHAM, 1)] },
    ]);
  });

  test('leaves alone what had ended before', async () => {
    await end('2026-11-22');
    expect(await lastTold(child(BIRMINGHAM, 3))).toMatchObject({
      endedOn: '2025-01-31',
      endsAt: '2025-02-01T00:00:00.000Z',
    });
  });

  test('changes nothing when it is sent again, that day or later', async () => {
    const first = ended(await end('2026-11-22'));
    now = '2026-11-22T15:00:00.000Z';
    expect(ended(await end('2026-11-22'))).toEqual(first);
    now = '2026-12-24T15:00:00.000Z';
    expect(ended(await end('2026-11-22'))).toEqual(first);
    expect(touched.touched().changes).toHaveLength(1);
  });

  test('of a day past gives the day, and sight until now', async () => {
    expect(ended(await end('2026-11-20'))).toMatchObject({ endsOn: '2026-11-20', endedAt: new Date(NOW) });
    expect(await lastTold(child(BIRMINGHAM, 1))).toMatchObject({ endedOn: '2026-11-20', endsAt: NOW });
  });

  test('takes along allocations restricted to others, without telling of them', async () => {
    const viewer = { ...manager, hiddenChildIds: [child(BIRMINGHAM, 1)] };
    ended(await end('2026-11-22', {}, viewer));
    expect(await seenBy(harbour)).toEqual([]);
    expect(touched.touched().changes).toMatchObject([{ childIds: [] }]);
  });

  test('on the day that was agreed ends it before that day is over', async () => {
    await database.owner((db) => db.query(`UPDATE contract SET ends_on = '2026-11-22' WHERE id = 'harbour-2023'`));
    expect(await seenBy(harbour)).toEqual([child(BIRMINGHAM, 1)]);
    expect(ended(await end('2026-11-22')).endedAt).toEqual(new Date(NOW));
    expect(await seenBy(harbour)).toEqual([]);
  });
});

describe('ending a contract later', () => {
  test.each([
    ['in winter', '2026-12-24', '2026-12-25T00:00:00.000Z'],
    ['on the day the clock goes forward', '2027-03-28', '2027-03-28T23:00:00.000Z'],
    ['the day before', '2027-03-27', '2027-03-28T00:00:00.000Z'],
  ])('%s: until midnight in England', async (_, lastDay, endsAt) => {
    expect(ended(await end(lastDay))).toMatchObject({ endsOn: lastDay, endedAt: null });
    expect(await lastTold(child(BIRMINGHAM, 1))).toMatchObject({ endedOn: lastDay, endsAt });
    now = new Date(Date.parse(endsAt) - 1).toISOString();
    expect(await seenBy(harbour)).toEqual([child(BIRMINGHAM, 1)]);
    expect(await practiceContext(database, clock, 'harbour')).toEqual([BIRMINGHAM]);
    now = endsAt;
    expect(await seenBy(harbour)).toEqual([]);
    expect(await practiceContext(database, clock, 'harbour')).toEqual([]);
  });

  test.each([
    ['on a leap day', '2028-02-29', '2028-03-01T00:00:00.000Z'],
    ['on the day the clock goes back', '2030-10-27', '2030-10-28T00:00:00.000Z'],
    ['the day before', '2030-10-26', '2030-10-26T23:00:00.000Z'],
  ])('%s, where no end was agreed', async (_, lastDay, endsAt) => {
    const viewer = { ...sandwell, role: 'la-manager' as const };
    ended(await end(lastDay, { contractId: 'oak-sandwell-2024' }, viewer));
    expect(await lastTold(child(SANDWELL, 1))).toMatchObject({ endedOn: lastDay, endsAt });
    now = new Date(Date.parse(endsAt) - 1).toISOString();
    expect(await seenBy(oak)).toEqual([child(SANDWELL, 1)]);
    now = endsAt;
    expect(await seenBy(oak)).toEqual([]);
  });

  test('may still be made earlier, and no later', async () => {
    await end('2026-12-24');
    expect(ended(await end('2026-12-23')).endsOn).toBe('2026-12-23');
    expect(await end('2026-12-24')).toMatchObject({ kind: 'impossible-day', latest: '2026-12-23' });
    expect(ended(await end('2026-11-22')).endedAt).toEqual(new Date(NOW));
  });
});

describe('a last day that cannot be', () => {
  test.each([
    ['before it began', '2023-03-31'],
    ['before the newest allocation under it began', '2024-04-30'],
    ['later than was agreed', '2027-04-01'],
  ])('%s is a fault that says which days can', async (_, lastDay) => {
    expect(await end(lastDay)).toEqual({ kind: 'impossible-day', earliest: '2024-05-01', latest: '2027-03-31' });
    expect(touched.touched().changes).toEqual([]);
  });

  test('is any other once it has ended', async () => {
    await end('2026-11-22');
    const only = { kind: 'impossible-day', earliest: '2026-11-22', latest: '2026-11-22' };
    expect(await end('2026-11-21')).toEqual(only);
    expect(await end('2026-11-23')).toEqual(only);
  });

  test('is the day before a contract that has not begun begins', async () => {
    const viewer = { ...sandwell, role: 'la-manager' as const };
    const asked = { contractId: 'oak-sandwell-2027' };
    expect(await end('2027-03-31', asked, viewer)).toMatchObject({ kind: 'impossible-day', earliest: '2027-04-01' });
    expect(ended(await end('2027-04-01', asked, viewer)).endedAt).toBeNull();
  });
});

describe('an allocation to come', () => {
  test('takes no day when its contract ends before, and the child is free for another', async () => {
    const childIds = [child(BIRMINGHAM, 'to come')];
    const children = childIds.map((id) => toAllocate(id));
    const asked = { contractId: 'harbour-2023', children, startedOn: plainDate('2026-12-15'), idempotencyKey: 'come' };
    await database.write(manager, (db) =>
      allocateChildren({ db, viewer: manager, moment: momentAt(now), touched, findAllocationFacts }, asked),
    );
    ended(await end('2026-11-22'));
    const midnight = '2026-12-15T00:00:00.000Z';
    expect(await lastTold(childIds[0] ?? '')).toMatchObject({ endedOn: '2026-12-15', endsAt: midnight });
    now = midnight;
    expect(await seenBy(harbour)).toEqual([]);
  });
});

describe('who may not', () => {
  test.each([
    ['an analyst', { ...manager, role: 'la-analyst' as const }, 'FORBIDDEN'],
    ['a reviewing officer', { ...manager, role: 'la-iro' as const }, 'FORBIDDEN'],
    ['the practice', harbour, 'FORBIDDEN'],
    ['another authority', sandwell, 'NOT_FOUND'],
    ['a manager under a broken glass', underGlass(manager, child(BIRMINGHAM, 1)), 'FORBIDDEN'],
  ])('%s', async (_, viewer, code) => {
    await expect(end('2026-11-22', {}, viewer)).rejects.toMatchObject({ code });
  });

  test.each([' ', 'x'.repeat(501)])('anybody without a reason, or with one too long', async (reason) => {
    await expect(end('2026-11-22', { reason })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('everybody else: commissioners may', async () => {
    expect(ended(await end('2026-11-22', {}, birmingham)).endsOn).toBe('2026-11-22');
    const [kept] = await database.read(manager, (db) => findContractsById(db, ['harbour-2023']));
    expect(kept?.endsOn).toBe('2026-11-22');
  });
});

test('a change of what a contract delegates is told again for every allocation under it', async () => {
  const change = (functions: string) =>
    database.service((db) =>
      db.query(`UPDATE contract SET delegated_functions = ${functions} WHERE id = 'harbour-2023'`),
    );
  await change(`ARRAY['HEALTH', 'PLACEMENT']`);
  expect((await lastTold(child(BIRMINGHAM, 1)))?.functions).toEqual(['HEALTH', 'PLACEMENT']);
  await expect(change(`ARRAY['REVIEWING']`)).rejects.toThrow(/ck_contract_delegated_functions/);
});
