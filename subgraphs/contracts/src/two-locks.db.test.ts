import type { Clock } from '@mainstay/primitives';
import { TouchLog, type Database, type Db, type Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContext } from './context.ts';
import {
  birmingham,
  BIRMINGHAM,
  child,
  findAllocationFacts,
  harbour,
  inspectorOf,
  iroOf,
  machineFor,
  manager,
  momentAt,
  oak,
  sandwell,
  SANDWELL,
  startWorld,
  stranger,
  underGlass,
} from './testing/contracts-world.ts';

let now = '2026-11-22T12:00:00.000Z';
const clock: Clock = { now: () => momentAt(now).now, today: () => momentAt(now).today };
let database: Database;
beforeAll(async () => {
  database = await startWorld(undefined, clock);
  await database.owner((db) => db.query(MORE));
});
afterAll(() => database.close());

const one = child(BIRMINGHAM, 1);
const two = child(BIRMINGHAM, 2);
const three = child(BIRMINGHAM, 3);
const children = [one, two, three, child(BIRMINGHAM, 'leap'), child(BIRMINGHAM, 'clock'), child(SANDWELL, 1)];

/** Allocations and inspections whose ends are the instants below. */
const MORE = `
  INSERT INTO allocation (la_code, id, child_id, contract_id, started_on, ended_on, ended_at)
  SELECT '${BIRMINGHAM}', child_id || '.' || started_on, child_id, 'harbour-2023', started_on, ended_on, ended_at
    FROM (VALUES ('${child(BIRMINGHAM, 'leap')}', date '2024-02-29', date '2024-02-29', NULL::timestamptz),
                 ('${child(BIRMINGHAM, 'clock')}', '2026-03-29', '2026-03-29', NULL),
                 ('${child(BIRMINGHAM, 'clock')}', '2026-10-25', '2026-10-25', NULL),
                 ('${child(BIRMINGHAM, 'clock')}', '2026-11-01', '2026-11-22', '2026-11-22T12:00:00Z'))
         AS made (child_id, started_on, ended_on, ended_at);
  INSERT INTO inspection (la_code, id, kind, from_day, to_day, inspector_ids, opened_at, opened_by, closed_at, closed_by)
  VALUES ('${BIRMINGHAM}', '${BIRMINGHAM}.open', 'x', '2026-10-25', '2026-11-22', '{test,other}', now(), 'm', NULL, NULL),
         ('${BIRMINGHAM}', '${BIRMINGHAM}.others', 'x', '2026-10-25', '2026-11-22', '{other}', now(), 'm', NULL, NULL),
         ('${BIRMINGHAM}', '${BIRMINGHAM}.closed', 'x', '2026-10-25', '2026-11-22', '{test}', now(), 'm', '2026-10-26', 'm'),
         ('${SANDWELL}', '${SANDWELL}.open', 'x', '2026-10-25', '2026-11-22', '{test}', now(), 'm', NULL, NULL)`;

const UNTIL = '2026-11-22T12:00:00.000Z';
const viewers: [string, Viewer][] = [
  ['a commissioner', birmingham],
  ['a manager', manager],
  ['a manager, one child restricted', { ...manager, hiddenChildIds: [one] }],
  ['another authority', sandwell],
  ['a reviewing officer', iroOf(one, child(BIRMINGHAM, 'clock'))],
  ['a reviewing officer, named a child of another authority', iroOf(child(SANDWELL, 1))],
  ['a reviewing officer of none', iroOf()],
  ['a machine for contracts', machineFor('contracts')],
  ['a machine for contracts, one child restricted', { ...machineFor('contracts'), hiddenChildIds: [one] }],
  ['a machine for other things', machineFor('children', 'workforce', 'figures')],
  ['a machine for nothing', machineFor()],
  ['a practice', harbour],
  ['a worker of a practice', { ...harbour, role: 'swp-worker' }],
  ['a practice, one child restricted', { ...harbour, hiddenChildIds: [one] }],
  ['a practice of both', { ...oak, laCodes: [BIRMINGHAM, SANDWELL] }],
  ['a practice without contract', stranger],
  ['an inspector', inspectorOf(BIRMINGHAM, '2026-10-25', '2026-11-22', [one, three])],
  [
    'an inspector, sample restricted',
    { ...inspectorOf(BIRMINGHAM, '2026-10-25', '2026-11-22', [one]), hiddenChildIds: [two] },
  ],
  ['an inspector without a sample', inspectorOf(BIRMINGHAM, '2026-10-25', '2026-11-22')],
  ['an inspector of a leap day', inspectorOf(BIRMINGHAM, '2028-02-29', '2028-02-29', [one])],
  ['an inspector of another authority', inspectorOf(SANDWELL, '2026-10-25', '2026-11-22', children)],
  ['a manager under a glass', underGlass(manager, one, UNTIL)],
  ['a manager under a glass for a child of another authority', underGlass(manager, child(SANDWELL, 1), UNTIL)],
  ['a reviewing officer under a glass', underGlass(iroOf(), two, UNTIL)],
  ['a practice under a glass for its own', underGlass(harbour, three, UNTIL)],
  ['a practice under a glass for another’s', underGlass(harbour, two, UNTIL)],
];

/** Each instant and the one before it: beginnings and ends of days, on leap days, and when the clock changes. */
const instants = [
  '2024-02-29T00:00:00.000Z',
  '2024-03-01T00:00:00.000Z',
  '2024-03-31T23:00:00.000Z',
  '2026-03-29T00:00:00.000Z',
  '2026-03-29T23:00:00.000Z',
  '2026-10-24T23:00:00.000Z',
  '2026-10-26T00:00:00.000Z',
  '2026-11-22T12:00:00.000Z',
  '2026-11-23T00:00:00.000Z',
  '2027-03-31T23:00:00.000Z',
  '2028-02-29T00:00:00.000Z',
  '2028-03-01T00:00:00.000Z',
].flatMap((instant) => [new Date(Date.parse(instant) - 1).toISOString(), instant]);

const TABLES = ['practice', 'contract', 'allocation', 'inspection'] as const;
type Seen = Record<(typeof TABLES)[number], string[]>;

/** What row-level security alone shows: no condition, no policy of ours in between. */
async function byRowSecurity(viewer: Viewer): Promise<Seen> {
  const seen = await database.read(viewer, async (db) => {
    const found: [string, string[]][] = [];
    for (const table of TABLES) {
      const rows = await db.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id COLLATE "C"`);
      found.push([table, rows.map((row) => row.id)]);
    }
    return found;
  });
  return Object.fromEntries(seen) as Seen;
}

/** What the policies alone show: every row is fetched as the owner of the tables, past row-level security. */
async function byPolicy(viewer: Viewer): Promise<Seen> {
  return database.owner(async (db) => {
    const { loaders } = createContext({ viewer, db, clock, touched: new TouchLog(), findAllocationFacts });
    const all = async (table: string) =>
      (await db.query<{ id: string }>(`SELECT id FROM ${table}`)).map(({ id }) => id);
    const idsOf = (rows: readonly ({ readonly id: string } | null | Error)[]): string[] =>
      rows.flatMap((row) => (row && 'id' in row ? [row.id] : [])).toSorted();
    return {
      practice: idsOf(await loaders.practice.loadMany(await all('practice'))),
      contract: idsOf(await loaders.contract.loadMany(await all('contract'))),
      allocation: idsOf(await loaders.allocation.loadMany(await all('allocation'))),
      inspection: idsOf(await loaders.inspection.loadMany(await all('inspection'))),
    };
  });
}

/** The same by the ways through children, practices and authorities. */
async function byWay(viewer: Viewer, db: Db): Promise<Omit<Seen, 'practice'>> {
  const { loaders } = createContext({ viewer, db, clock, touched: new TouchLog(), findAllocationFacts });
  const idsOf = (rows: readonly (readonly { readonly id: string }[] | Error)[]): string[] =>
    [...new Set(rows.flatMap((found) => (found instanceof Error ? [] : found.map(({ id }) => id))))].toSorted();
  const authorities = [BIRMINGHAM, SANDWELL];
  return {
    contract: idsOf([
      ...(await loaders.contractsOfAuthority.loadMany(authorities)),
      ...(await loaders.contractsOfPractice.loadMany(['harbour', 'oak'])),
    ]),
    allocation: idsOf(await loaders.allocationsOfChild.loadMany(children)),
    inspection: idsOf(await loaders.inspectionsOfAuthority.loadMany(authorities)),
  };
}

test.each(viewers)('to %s row-level security and the policies show the same, each alone', async (_, viewer) => {
  for (const instant of instants) {
    now = instant;
    const policies = await byPolicy(viewer);
    const at = { instant, ...policies };
    expect({ instant, ...(await byRowSecurity(viewer)) }).toEqual(at);
    expect({ ...at, ...(await database.owner((db) => byWay(viewer, db))) }).toEqual(at);
  }
});

test('the instants tell apart what a practice sees', async () => {
  const allocationsAt = async (instant: string): Promise<number> => {
    now = instant;
    return (await byPolicy(harbour)).allocation.filter((id) => id.includes('.2026-') || id.includes('.2024-02')).length;
  };
  for (const instant of ['2024-02-29T00:00:00.000Z', '2026-03-29T00:00:00.000Z', '2026-10-24T23:00:00.000Z']) {
    expect([
      await allocationsAt(new Date(Date.parse(instant) - 1).toISOString()),
      await allocationsAt(instant),
    ]).toEqual([0, 1]);
  }
  for (const instant of ['2024-03-01T00:00:00.000Z', '2026-03-29T23:00:00.000Z', '2026-10-26T00:00:00.000Z', UNTIL]) {
    expect([
      await allocationsAt(new Date(Date.parse(instant) - 1).toISOString()),
      await allocationsAt(instant),
    ]).toEqual([1, 0]);
  }
});
