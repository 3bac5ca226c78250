import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import type { Context } from '../context.ts';
import type { ChildOnDay } from './row-on-day.ts';
import { migrations } from '../migrations/index.ts';
import { aChild, LEEDS, type ChildOfTest } from '../testing/a-child.ts';
import { asking, testClock } from '../testing/asking.ts';
import { childRowOf, givenChildren, idOf } from '../testing/given.ts';

const inPlacements = aChild({
  placements: [
    { from: '2025-01-01', to: '2025-06-01', type: 'K2' },
    { from: '2025-06-01', to: '2026-01-01', type: 'U4' },
    { from: '2025-08-01', to: '2025-08-10', type: 'T1' },
    { from: '2025-08-05', to: '2025-08-08', type: 'T2' },
    { from: '2025-10-01', to: '2025-10-05', type: 'U5', isShortBreak: true },
    { from: '2025-11-01', to: '2025-11-05', type: 'Z1' },
    { from: '2025-11-01', to: '2025-11-03', type: 'T4' },
  ],
});
const withWorkers = aChild({
  placements: [],
  care: [
    { from: '2025-01-01', to: '2025-09-01' },
    { from: '2025-10-01', to: '2025-10-01' },
  ],
  breaks: [{ from: '2026-01-01', to: '2026-02-01' }],
  workers: [
    { id: 'SW100001', from: '2025-01-01' },
    { id: 'SW100002', from: '2025-03-01', to: '2025-06-30' },
    { id: 'SW100003', from: '2025-06-30', to: '2025-07-31' },
    { id: 'SW100005', from: '2025-08-15' },
    { id: 'SW100004', from: '2025-08-15', to: '2025-12-31' },
    { id: 'SW100006', from: '2025-08-15', to: '2025-08-20' },
  ],
});
/** The return of 2024 left the first episode open; the return of 2025 ended it and had another. */
const corrected = aChild({
  care: [
    { from: '2023-06-01', to: '2024-06-10' },
    { from: '2024-06-10', to: '2024-12-01' },
  ],
});
const ofLeeds = aChild({
  la: LEEDS,
  workers: [{ id: 'SW100009', from: '2022-04-01' }],
});

describe('what holds for a child on a day', () => {
  const sql: string[] = [];
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock, onStatement: (s) => sql.push(s) });
    await givenChildren(database, [inPlacements, withWorkers, corrected, ofLeeds]);
    await database.owner((db) =>
      db.query(
        `INSERT INTO episode SELECT la_code, child_id, id, started_on, NULL, reason_started, NULL, legal_status,
           category_of_need, placement_type, placement_provider, NULL, NULL, NULL, NULL, 2024, false,
           '2024-05-01', '2026-05-01', NULL, NULL, NULL
         FROM episode WHERE child_id = $1 AND started_on = '2023-06-01'`,
        [idOf(corrected)],
      ),
    );
  });
  afterAll(() => database.close());

  const on = <T>(
    load: (loaders: Context['loaders'], key: ChildOnDay) => Promise<T>,
    child: ChildOfTest,
    day: string,
  ): Promise<T> =>
    asking(database, aViewer(), ({ loaders }) => load(loaders, { child: childRowOf(child), on: plainDate(day) }));

  test.each([
    ['2024-12-31', null],
    ['2025-01-01', 'K2'],
    ['2025-05-31', 'K2'],
    ['2025-06-01', 'U4'],
    ['2025-08-01', 'T1'],
    ['2025-08-05', 'T2'],
    ['2025-08-08', 'T1'],
    ['2025-08-09', 'T1'],
    ['2025-08-10', 'U4'],
    ['2025-10-01', 'U5'],
    ['2025-11-02', 'T4'],
    ['2025-11-03', 'Z1'],
    ['2025-12-31', 'U4'],
    ['2026-01-01', null],
  ])('on %s the child lives in %s', async (day, type) => {
    const placement = await on((loaders, key) => loaders.placementOnDay.load(key), inPlacements, day);
    expect(placement?.type ?? null).toBe(type);
  });

  test.each([
    ['2024-12-31', null],
    ['2025-01-01', 'SW100001'],
    ['2025-03-01', 'SW100002'],
    ['2025-06-30', 'SW100003'],
    ['2025-07-31', 'SW100003'],
    ['2025-08-01', 'SW100001'],
    ['2025-08-15', 'SW100005'],
    ['2025-08-31', 'SW100005'],
    ['2025-09-01', null],
    ['2025-10-01', null],
    ['2026-01-31', 'SW100005'],
    ['2026-02-01', null],
  ])('on %s the lead professional is %s', async (day, workerId) => {
    const worker = await on((loaders, key) => loaders.leadProfessional.load(key), withWorkers, day);
    expect(worker?.workerId ?? null).toBe(workerId);
  });

  test.each([
    [corrected, '2023-05-31', false],
    [corrected, '2023-06-01', true],
    [corrected, '2024-06-10', true],
    [corrected, '2024-12-01', false],
    [withWorkers, '2025-10-01', false],
    [withWorkers, '2026-01-01', true],
    [withWorkers, '2026-02-01', false],
  ])('a child is looked after by what is believed today, short breaks included (%#)', async (child, day, expected) => {
    const found = await on((loaders, key) => loaders.lookedAfter.load(key), child, day);
    expect(found !== null).toBe(expected);
  });

  test('is one statement of each kind for all children and days, and nothing of another authority’s', async () => {
    sql.length = 0;
    const asked = [ofLeeds, withWorkers, inPlacements].flatMap((child) =>
      ['2025-08-15', '2025-07-31'].map((day) => ({ child: childRowOf(child), on: plainDate(day) })),
    );
    const found = await asking(database, aViewer(), async ({ loaders }) => ({
      placements: await loaders.placementOnDay.loadMany(asked),
      workers: await loaders.leadProfessional.loadMany(asked),
      lookedAfter: await loaders.lookedAfter.loadMany(asked),
    }));
    expect(found).toMatchObject({
      placements: [null, null, null, null, { type: 'U4' }, { type: 'U4' }],
      workers: [null, null, { workerId: 'SW100005' }, { workerId: 'SW100003' }, null, null],
      lookedAfter: [null, null, {}, {}, {}, {}],
    });
    expect(sql).toHaveLength(3);
  });
});
