import { plainDate, delegatedFunctions } from '@mainstay/primitives';
import { readOutbox, TouchLog, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  inspectorOf,
  sandwell,
  SANDWELL,
  startWorld,
  findAllocationFacts,
  moment,
  toAllocate,
} from '../../testing/contracts-world.ts';
import type { AllocationEvent } from './allocation.entity.ts';
import { allocateChildren, type AllocateChildrenInput, type AllocateChildrenOutcome } from './allocation.service.ts';

let database: Database;
beforeAll(async () => {
  database = await startWorld();
});
afterAll(() => database.close());

let requests = 0;
function input(parts: Partial<AllocateChildrenInput>): AllocateChildrenInput {
  requests += 1;
  const startedOn = plainDate('2025-06-01');
  return { contractId: 'harbour-2023', children: [], startedOn, idempotencyKey: `request ${requests}`, ...parts };
}

function allocate(
  { childIds, ...parts }: Partial<AllocateChildrenInput> & { childIds?: readonly string[] },
  viewer: Viewer = birmingham,
): Promise<AllocateChildrenOutcome> {
  const asked = input(childIds ? { ...parts, children: childIds.map((id) => toAllocate(id)) } : parts);
  return database.write(viewer, (db) =>
    allocateChildren({ db, viewer, moment, touched: new TouchLog(), findAllocationFacts }, asked),
  );
}

function rulesOf(outcome: AllocateChildrenOutcome): string[] {
  return outcome.kind === 'refused' ? outcome.refusals.map(({ rule }) => rule) : [outcome.kind];
}

async function countOf(table: 'allocation' | 'allocation_request' | 'outbox'): Promise<number> {
  const rows = await database.owner((db) => db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`));
  return rows[0]?.count ?? 0;
}

async function eventsAfter(position: number): Promise<{ position: number; payload: AllocationEvent }[]> {
  const events = await database.service((db) => readOutbox(db, position));
  return events.map((event) => ({ position: event.position, payload: event.payload as AllocationEvent }));
}

async function lastPosition(): Promise<number> {
  const events = await eventsAfter(0);
  return events.at(-1)?.position ?? 0;
}

describe('allocating children', () => {
  test('allocates all of them, in the order asked for, and tells it in the same transaction', async () => {
    const before = await lastPosition();
    const childIds = [child(BIRMINGHAM, 30), child(BIRMINGHAM, 10), child(BIRMINGHAM, 20)];
    const outcome = await allocate({ childIds });
    if (outcome.kind !== 'allocated') throw new Error(outcome.kind);
    expect(outcome.allocations.map((allocation) => allocation.childId)).toEqual(childIds.slice(0, 3));
    expect(outcome.allocations[0]).toMatchObject({ practiceId: 'harbour', endedOn: null, lastDay: '2027-03-31' });
    const events = await eventsAfter(before);
    expect(events.map((event) => event.payload.childId).toSorted()).toEqual(childIds.slice(0, 3).toSorted());
    expect(events[0]?.payload).toEqual({
      id: expect.stringMatching(/^E08000025\./),
      laCode: BIRMINGHAM,
      childId: events[0]?.payload.childId,
      practiceId: 'harbour',
      contractId: 'harbour-2023',
      startedOn: '2025-06-01',
      endedOn: '2027-03-31',
      endsAt: '2027-03-31T23:00:00.000Z',
      functions: [...delegatedFunctions],
    });
  });

  test('changes nothing when one child is allocated already', async () => {
    const before = [await countOf('allocation'), await countOf('allocation_request'), await countOf('outbox')];
    const outcome = await allocate({ childIds: [child(BIRMINGHAM, 40), child(BIRMINGHAM, 1)] });
    expect(outcome).toEqual({
      kind: 'refused',
      refusals: [{ childId: child(BIRMINGHAM, 1), rule: 'ALREADY_ALLOCATED' }],
      others: 1,
    });
    expect([await countOf('allocation'), await countOf('allocation_request'), await countOf('outbox')]).toEqual(before);
  });

  test('takes an allocation that begins later for a conflict, and one that ended before for none', async () => {
    const early = await allocate({ childIds: [child(BIRMINGHAM, 1)], startedOn: plainDate('2023-05-01') });
    expect(rulesOf(early)).toEqual(['ALREADY_ALLOCATED']);
    const onLastDay = await allocate({ childIds: [child(BIRMINGHAM, 3)], startedOn: plainDate('2025-01-31') });
    expect(rulesOf(onLastDay)).toEqual(['ALREADY_ALLOCATED']);
    const dayAfter = await allocate({ childIds: [child(BIRMINGHAM, 3)], startedOn: plainDate('2025-02-01') });
    expect(dayAfter.kind).toBe('allocated');
  });

  test('takes a child whose contract ended for free, though nobody ended the allocation', async () => {
    const lastDay = await allocate({ childIds: [child(BIRMINGHAM, 2)], startedOn: plainDate('2024-03-31') });
    expect(rulesOf(lastDay)).toEqual(['ALREADY_ALLOCATED']);
    const dayAfter = await allocate({ childIds: [child(BIRMINGHAM, 2)], startedOn: plainDate('2024-04-01') });
    expect(dayAfter.kind).toBe('allocated');
  });

  test.each([
    ['2023-03-31', 'outside-contract'],
    ['2023-04-01', 'allocated'],
    ['2027-03-31', 'allocated'],
    ['2027-04-01', 'outside-contract'],
  ])('on %s under a contract from 1 April 2023 to 31 March 2027: %s', async (day, kind) => {
    const outcome = await allocate({ childIds: [child(BIRMINGHAM, `on ${day}`)], startedOn: plainDate(day) });
    expect(outcome.kind).toBe(kind);
  });

  test('refuses children of another authority', async () => {
    const outcome = await allocate({ childIds: [child(BIRMINGHAM, 50), child(SANDWELL, 50)] });
    expect(outcome).toEqual({
      kind: 'refused',
      refusals: [{ childId: child(SANDWELL, 50), rule: 'OF_ANOTHER_AUTHORITY' }],
      others: 1,
    });
  });

  test('knows no contract of another authority', async () => {
    const asked = { contractId: 'oak-sandwell-2024', childIds: [child(BIRMINGHAM, 51)] };
    await expect(allocate(asked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(allocate({ childIds: [child(SANDWELL, 51)] }, sandwell)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    ['no child', { childIds: [] }],
    ['a child twice', { childIds: [child(BIRMINGHAM, 52), child(BIRMINGHAM, 52)] }],
    ['what is no id of a child', { childIds: ['E08000025.x'] }],
    ['501 children', { childIds: Array.from({ length: 501 }, (_, index) => child(BIRMINGHAM, `many ${index}`)) }],
    [
      'views neither told nor unknown',
      { children: [toAllocate(child(BIRMINGHAM, 52), { childsViews: { said: ' ' } })] },
    ],
    ['an empty key', { childIds: [child(BIRMINGHAM, 52)], idempotencyKey: ' ' }],
  ])('refuses %s', async (_, parts) => {
    await expect(allocate(parts)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each([
    ['an analyst', aViewer({ laCodes: [BIRMINGHAM] })],
    ['an integrator', aViewer({ role: 'integrator', laCodes: [BIRMINGHAM] })],
    ['a practice', harbour],
    ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30')],
    ['a commissioner of no authority', { ...birmingham, laCodes: [] }],
  ])('refuses %s', async (_, viewer) => {
    await expect(allocate({ childIds: [child(BIRMINGHAM, 53)] }, viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('how many the contract is for', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => child(BIRMINGHAM, `capacity ${from + index}`));

  test('is told before it is crossed, and crossed only with a reason', async () => {
    const bounds = (agreed: number) =>
      database.owner((db) =>
        db.query(`UPDATE contract SET agreed_children = $1 WHERE id = 'oak-sandwell-2024'`, [agreed]),
      );
    await bounds(12);
    const childIds = many(0, 21).map((id) => id.replace(BIRMINGHAM, SANDWELL));
    const asked = { contractId: 'oak-sandwell-2024', startedOn: plainDate('2026-08-01') };
    const upTo = await allocate({ ...asked, childIds }, sandwell);
    expect(upTo).toMatchObject({ kind: 'allocated', capacity: { before: 1, after: 22 } });
    const one = { ...asked, childIds: [child(SANDWELL, 'one more')] };
    const earlier = { ...one, startedOn: plainDate('2026-07-01') };
    expect(await allocate(earlier, sandwell)).toMatchObject({
      kind: 'more-than-agreed',
      capacity: { before: 22, after: 23 },
    });
    expect((await allocate(one, sandwell)).kind).toBe('more-than-agreed');
    const moreThanAgreedBecause = 'A brother of one who is there.';
    expect((await allocate({ ...one, moreThanAgreedBecause }, sandwell)).kind).toBe('allocated');
    await bounds(100);
  });

  test('counts a child restricted to others, who is still not to be seen', async () => {
    const [hidden = '', other = ''] = many(100, 2);
    const first = await allocate({ childIds: [hidden] });
    if (first.kind !== 'allocated') throw new Error(first.kind);
    const viewer = { ...birmingham, hiddenChildIds: [hidden] };
    const [all, seen] = [await allocate({ childIds: [other] }, viewer), await allocate({ childIds: [hidden] }, viewer)];
    expect(all).toMatchObject({ kind: 'allocated', capacity: { after: first.capacity.after + 1 } });
    expect(rulesOf(seen)).toEqual(['OF_ANOTHER_AUTHORITY']);
  });
});

describe('sending a request again', () => {
  test('20 at once allocate once and all answer the same', async () => {
    const before = await countOf('outbox');
    const asked = { childIds: [child(BIRMINGHAM, 60), child(BIRMINGHAM, 61)], idempotencyKey: 'twenty at once' };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => allocate(asked)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.kind).toBe('allocated');
    expect((await countOf('outbox')) - before).toBe(2);
  });

  test('20 requests at once for one child under different keys: one allocates, the others are told', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => allocate({ childIds: [child(BIRMINGHAM, 62)] })),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'allocated')).toHaveLength(1);
    expect(outcomes.filter((outcome) => rulesOf(outcome)[0] === 'ALREADY_ALLOCATED')).toHaveLength(19);
  });

  test('refuses another request under the same key', async () => {
    const idempotencyKey = 'used twice';
    await allocate({ childIds: [child(BIRMINGHAM, 63)], idempotencyKey });
    const other = allocate({ childIds: [child(BIRMINGHAM, 64)], idempotencyKey });
    await expect(other).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('keeps the keys of two authorities apart', async () => {
    const idempotencyKey = 'the same words';
    await allocate({ childIds: [child(BIRMINGHAM, 65)], idempotencyKey });
    const asked = { contractId: 'oak-sandwell-2024', childIds: [child(SANDWELL, 65)], idempotencyKey };
    expect((await allocate(asked, sandwell)).kind).toBe('allocated');
  });
});

describe('the database itself', () => {
  test('lets no child be allocated twice on one day, whoever writes', async () => {
    const twice = database.owner((db) =>
      db.query(
        `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on)
         VALUES ($1, $1 || '.twice', $2, 'harbour-2023', '2026-01-01')`,
        [BIRMINGHAM, child(BIRMINGHAM, 1)],
      ),
    );
    await expect(twice).rejects.toThrow(/ex_allocation_one_per_child/);
  });

  test('takes the allocations along when a contract ends early, and tells it', async () => {
    const before = await lastPosition();
    await database.service((db) =>
      db.query(`UPDATE contract SET ends_on = '2026-10-31' WHERE id = 'oak-sandwell-2024'`),
    );
    const told = (await eventsAfter(before)).map((event) => event.payload);
    expect(told.find((event) => event.childId === child(SANDWELL, 1))).toMatchObject({ endedOn: '2026-10-31' });
  });

  test('takes every day from an allocation to come whose contract ends before, and the child is free', async () => {
    const startedOn = plainDate('2026-12-15');
    const asked = { contractId: 'harbour-2023', childIds: [child(BIRMINGHAM, 91)], startedOn };
    expect((await allocate(asked)).kind).toBe('allocated');
    const before = await lastPosition();
    const end = (day: string) =>
      database.service((db) => db.query(`UPDATE contract SET ends_on = $1 WHERE id = 'harbour-2023'`, [day]));
    await end('2026-12-01');
    const told = (await eventsAfter(before)).map((event) => event.payload);
    const midnight = '2026-12-15T00:00:00.000Z';
    expect(told.find((event) => event.childId === child(BIRMINGHAM, 91))).toMatchObject({ endsAt: midnight });
    const [row] = await database.owner((db) =>
      db.query(
        `SELECT last_day, isempty(daterange(started_on, last_day + 1)) AS "isFree" FROM allocation
                 WHERE child_id = $1`,
        [child(BIRMINGHAM, 91)],
      ),
    );
    expect(row).toEqual({ last_day: '2026-12-14', isFree: true });
    await end('2027-03-31');
    expect(await eventsAfter(before)).not.toEqual([]);
  });

  test('lets nobody allocate after the contract’s last day', async () => {
    const late = database.owner((db) =>
      db.query(
        `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on)
         VALUES ($1, $1 || '.late', $2, 'harbour-2023', '2028-01-01')`,
        [BIRMINGHAM, child(BIRMINGHAM, 92)],
      ),
    );
    await expect(late).rejects.toThrow(/ck_allocation_dates/);
  });

  test('gives an allocation the contract’s end as it is being changed', async () => {
    const changed = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const change = database.service(async (db) => {
      await db.query(`UPDATE contract SET ends_on = '2028-02-28' WHERE id = 'harbour-2023'`);
      changed.resolve();
      await mayCommit.promise;
    });
    await changed.promise;
    const allocation = allocate({ childIds: [child(BIRMINGHAM, 80)] });
    const waiting = `SELECT locktype FROM pg_locks WHERE NOT granted
                        AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
    await expect.poll(() => database.owner((db) => db.query(waiting))).toEqual([{ locktype: 'transactionid' }]);
    mayCommit.resolve();
    await change;
    expect(await allocation).toMatchObject({ kind: 'allocated', allocations: [{ lastDay: '2028-02-28' }] });
  });

  test('keeps the parties of a contract', async () => {
    const change = database.service((db) =>
      db.query(`UPDATE contract SET practice_id = 'oak' WHERE id = 'harbour-2023'`),
    );
    await expect(change).rejects.toThrow(/keeps its parties/);
  });
});
