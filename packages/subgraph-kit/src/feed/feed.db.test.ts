import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Db } from '../database/database.ts';
import { guardTable } from '../database/row-security.ts';
import { aViewer, startTestDatabase, TEST_CLOCK, unguardedTables, type TestDatabase } from '../testing/index.ts';
import { FeedReader } from './feed-reader.ts';
import {
  appendAllToOutbox,
  appendToOutbox,
  createFeedCursor,
  createOutbox,
  outboxRoute,
  readOutbox,
  type FeedEvent,
} from './outbox.ts';

class CreateOutbox1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createOutbox(queryRunner);
  }
  async down(): Promise<void> {}
}

class CreateCopy1795305600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createFeedCursor(queryRunner);
    await queryRunner.query('CREATE TABLE copy (position bigint PRIMARY KEY, name text NOT NULL, times int NOT NULL)');
    await guardTable(queryRunner, { table: 'copy', service: 'write' });
  }
  async down(): Promise<void> {}
}

const commissioner = aViewer({ role: 'la-commissioner', laCodes: ['E1'] });
const caller = { kind: 'service', name: 'children', requestId: 'feed' } as const;
async function* nothing(): AsyncIterable<Uint8Array> {}

let contracts: TestDatabase;
let children: TestDatabase;

beforeAll(async () => {
  contracts = await startTestDatabase('contracts', { migrations: [CreateOutbox1795305600000] });
  children = await startTestDatabase('children', { migrations: [CreateCopy1795305600000] });
});
afterAll(async () => {
  await contracts?.close();
  await children?.close();
});
beforeEach(async () => {
  await contracts.owner((db) => db.query('DELETE FROM outbox'));
  await children.owner((db) => db.query('DELETE FROM copy'));
  await children.owner((db) => db.query('DELETE FROM feed_cursor'));
});

const fetchAll = (after: number): Promise<FeedEvent[]> => contracts.service((db) => readOutbox(db, after, 2));

async function apply(db: Db, event: FeedEvent): Promise<void> {
  const { name } = event.payload as { name: string };
  const values = [event.position, name];
  await db.query(
    `INSERT INTO copy VALUES ($1, $2, 1) ON CONFLICT (position) DO UPDATE SET times = copy.times + 1`,
    values,
  );
}

function reader(parts: Partial<ConstructorParameters<typeof FeedReader>[0]> = {}): FeedReader {
  const options = {
    name: 'allocations',
    database: children,
    fetch: fetchAll,
    apply,
    clock: TEST_CLOCK,
    intervalMs: 10,
  };
  return new FeedReader({ ...options, ...parts });
}

async function tell(...names: string[]): Promise<void> {
  await contracts.write(commissioner, (db) =>
    appendAllToOutbox(
      db,
      'allocation',
      names.map((name) => ({ name })),
    ),
  );
}

async function copied(): Promise<string[]> {
  const rows = await children.service((db) => db.query<{ name: string }>('SELECT name FROM copy ORDER BY position'));
  return rows.map((row) => row.name);
}

describe('the outbox', () => {
  test('is guarded', async () => {
    expect(await unguardedTables(contracts)).toEqual([]);
    expect(await unguardedTables(children)).toEqual([]);
    await tell('a');
    const read = contracts.read(commissioner, (db) => readOutbox(db, 0));
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });

  test('holds an event only when its transaction was committed', async () => {
    const failing = contracts.write(commissioner, async (db) => {
      await appendToOutbox(db, 'allocation', { name: 'never' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await fetchAll(0)).toEqual([]);
  });

  test('gives positions in the order of commits, however transactions overlap', async () => {
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        contracts.write(commissioner, async (db) => {
          await db.query('SELECT pg_sleep(random() * 0.02)');
          await appendToOutbox(db, 'allocation', { name });
          order.push(name);
        }),
      ),
    );
    const events = await contracts.service((db) => readOutbox(db, 0));
    expect(events.map((event) => (event.payload as { name: string }).name)).toEqual(order);
  });

  test('is read over an internal route by services of the platform', async () => {
    await tell('a', 'b', 'c');
    const route = outboxRoute(contracts);
    const events = (await route({ caller, params: {}, body: nothing() })) as FeedEvent[];
    expect(events.map((event) => event.payload)).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    const rest = await route({ caller, params: { after: String(events[1]?.position) }, body: nothing() });
    expect(rest).toEqual(events.slice(2));
    const viewer = { kind: 'viewer', viewer: commissioner } as const;
    await expect(route({ caller: viewer, params: {}, body: nothing() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(route({ caller, params: { after: '-1' }, body: nothing() })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a feed reader', () => {
  test('catches up in order and goes on from where it was', async () => {
    await tell('a', 'b', 'c');
    expect(await reader().catchUp()).toBe(3);
    await tell('d');
    expect(await reader().catchUp()).toBe(1);
    expect(await reader().catchUp()).toBe(0);
    expect(await copied()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a crash between applying and moving the cursor loses nothing: the event comes again', async () => {
    await tell('a', 'b');
    let applied = 0;
    const crashing = reader({
      apply: async (db, event) => {
        await apply(db, event);
        applied += 1;
        if (applied === 2) throw new Error('killed');
      },
    });
    await expect(crashing.catchUp()).rejects.toThrow('killed');
    expect(await copied()).toEqual([]);
    expect(await reader().catchUp()).toBe(2);
    expect(await copied()).toEqual(['a', 'b']);
  });

  test('two readers of one name take turns: no event is applied twice', async () => {
    await tell('a', 'b', 'c', 'd', 'e');
    const applied = await Promise.all([reader().catchUp(), reader().catchUp()]);
    expect(applied[0] + applied[1]).toBe(5);
    const [row] = await children.service((db) => db.query('SELECT max(times) AS times FROM copy'));
    expect(row).toEqual({ times: 1 });
  });

  test('whoever asks while it reads waits for it, and for no lock', async () => {
    await tell('a', 'b');
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    let locks = 0;
    const slow = reader({
      database: { ...children, service: (work) => ((locks += 1), children.service(work)) } as TestDatabase,
      apply: async (db, event) => {
        begun.resolve();
        await goOn.promise;
        await apply(db, event);
      },
    });
    const first = slow.catchUp();
    await begun.promise;
    const transactions = locks;
    const second = slow.catchUp();
    await new Promise(setImmediate);
    expect(locks).toBe(transactions);
    goOn.resolve();
    expect([await first, await second]).toEqual([2, 0]);
  });

  test('reads on in the background, past failures, until it is stopped', async () => {
    let failures = 3;
    const background = reader({
      fetch: async (after) => {
        if (failures-- > 0) throw new Error('contracts does not answer');
        return fetchAll(after);
      },
    });
    background.start();
    background.start();
    await tell('a');
    await expect.poll(copied, { timeout: 10_000 }).toEqual(['a']);
    await background.stop();
    await tell('b');
    expect(await copied()).toEqual(['a']);
    await background.stop();
  });
});
