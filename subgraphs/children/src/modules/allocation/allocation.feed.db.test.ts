import { addDays, fixedClock, type Clock, type PlainDate } from '@mainstay/primitives';
import { childId, type FeedEvent } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  clock as realClock,
  emptyDatabase,
  NOW,
  practiceWorker,
  startDatabase,
  startSubgraph,
} from '../../testing/children-world.ts';
import { episodesFile, headerFile } from '../../testing/return-texts.ts';
import { importReturn } from '../import-903/import-903.run.ts';
import { AllocationFeed, applyAllocationEvent } from './allocation.feed.ts';
import { silentLogger } from '@mainstay/subgraph-kit';

let database: TestDatabase;
let now: Date;
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };

beforeAll(async () => {
  database = await startDatabase({ clock });
});
beforeEach(() => {
  now = NOW;
  return emptyDatabase(database);
});
afterAll(() => database.close());

const TODAY = realClock.today();
let position = 0;

const told = (
  localId: string,
  practiceId: string,
  startedOn: string,
  { endedOn = null, id = localId }: { endedOn?: string | null; id?: string } = {},
): FeedEvent => ({
  position: ++position,
  topic: 'allocation',
  recordedAt: NOW.toISOString(),
  payload: {
    id: `${BIRMINGHAM}.${id}`,
    laCode: BIRMINGHAM,
    childId: childId(BIRMINGHAM, localId),
    practiceId,
    contractId: 'harbour-2023',
    startedOn,
    endedOn,
  },
});

const hear = (...events: FeedEvent[]) =>
  database.service(async (db) => {
    for (const event of events) await applyAllocationEvent(db, event);
  });

const load = (...children: string[]) =>
  importReturn(
    { database, clock },
    {
      viewer: birmingham,
      year: 2024,
      files: [headerFile(...children), episodesFile(...children.map((child) => [child, '01/05/2023'] as const))],
    },
  );

/** The children whose rows of a table the practice sees, by row-level security alone. */
const seen = async (table = 'child') => {
  const key = table === 'child' ? 'id' : 'child_id';
  const rows = await database.read(practiceWorker, (db) =>
    db.query<{ id: string }>(`SELECT DISTINCT ${key} AS id FROM ${table}`),
  );
  return ['A1', 'A2'].filter((child) => rows.some(({ id }) => id === childId(BIRMINGHAM, child)));
};

const TABLES = ['child', 'episode', 'placement', 'period_of_care', 'legal_status_period'];

describe('a practice sees a child', () => {
  test.each(TABLES)('in %s when the allocation is told after the import', async (table) => {
    await load('A1', 'A2');
    await hear(told('A1', 'harbour-practice', '2024-01-01'));
    expect(await seen(table)).toEqual(['A1']);
  });

  test.each(TABLES)('in %s when the allocation is told before the import', async (table) => {
    await hear(told('A1', 'harbour-practice', '2024-01-01'));
    await load('A1', 'A2');
    expect(await seen(table)).toEqual(['A1']);
  });

  test('on the last day of the allocation and not after it', async () => {
    await load('A1', 'A2');
    await hear(told('A1', 'harbour-practice', '2024-01-01', { endedOn: TODAY }));
    await hear(told('A2', 'harbour-practice', '2024-01-01', { endedOn: addDays(TODAY, -1) }));
    expect(await seen()).toEqual(['A1']);
  });

  test('only while no other practice has the child', async () => {
    await load('A1');
    await hear(told('A1', 'harbour-practice', '2024-01-01'), told('A1', 'oak-practice', '2024-01-01'));
    expect(await seen()).toEqual([]);
  });

  test('from the day the allocation begins, and the practice before it until then', async () => {
    await load('A1', 'A2');
    const tomorrow = addDays(TODAY, 1);
    await hear(told('A1', 'harbour-practice', tomorrow));
    await hear(
      told('A2', 'harbour-practice', '2024-01-01', { endedOn: TODAY }),
      told('A2', 'oak-practice', tomorrow, { id: 'later' }),
    );
    expect(await seen()).toEqual(['A2']);

    now = new Date(NOW.getTime() + 24 * 60 * 60_000);
    await seenOn(tomorrow);
    expect(await seen()).toEqual(['A1']);
  });

  test('until the instant an allocation was ended with immediate effect', async () => {
    await load('A1', 'A2');
    const ended = (localId: string, endsAt: string): FeedEvent => {
      const event = told(localId, 'harbour-practice', '2024-01-01', { endedOn: TODAY });
      return { ...event, payload: { ...(event.payload as object), endsAt } };
    };
    await hear(ended('A1', NOW.toISOString()), ended('A2', new Date(NOW.getTime() + 1).toISOString()));
    expect(await seen()).toEqual(['A2']);
  });

  test('in the parts whose function is delegated', async () => {
    await load('A1');
    const event = told('A1', 'harbour-practice', '2024-01-01');
    const delegating = (...functions: string[]) =>
      hear({ ...event, payload: { ...(event.payload as object), functions } });
    await delegating('PLACEMENT');
    expect(await Promise.all(TABLES.map(seen))).toEqual([['A1'], [], ['A1'], [], []]);
    await delegating('CARE_PLANNING');
    expect(await Promise.all(TABLES.map(seen))).toEqual([['A1'], ['A1'], [], ['A1'], ['A1']]);
    await delegating();
    expect(await Promise.all(TABLES.map(seen))).toEqual([[], [], [], [], []]);
  });

  test('after a corrected return as before it', async () => {
    await hear(told('A1', 'harbour-practice', '2024-01-01'));
    await load('A1');
    await importReturn(
      { database, clock },
      { viewer: birmingham, year: 2024, files: [episodesFile(['A1', '02/05/2023'])] },
    );
    for (const table of TABLES) expect([table, await seen(table)]).toEqual([table, ['A1']]);
  });

  /** Lets the feed notice the new day. */
  async function seenOn(day: PlainDate): Promise<void> {
    const feed = new AllocationFeed({ database, clock, logger: silentLogger, contractsFeed: async () => [] });
    await expect.poll(async () => (await database.service((db) => begun(db, day))).length).toBe(2);
    await feed.stop();
  }

  function begun(db: { query: (sql: string, params: unknown[]) => Promise<object[]> }, day: PlainDate) {
    return db.query("SELECT id FROM child WHERE access_from = $1::timestamp AT TIME ZONE 'Europe/London'", [day]);
  }
});

test('the subgraph reads what contracts has told, once, however often it is told', async () => {
  await load('A1', 'A2');
  const events = [told('A1', 'harbour-practice', '2024-01-01'), { ...told('A2', 'x', '2024-01-01'), topic: 'other' }];
  const subgraph = startSubgraph(database, events);
  await subgraph.catchUp();
  await hear(...events);
  expect(await seen()).toEqual(['A1']);
  expect(await database.service((db) => db.query('SELECT id FROM allocation'))).toHaveLength(1);
  await subgraph.close();
});
