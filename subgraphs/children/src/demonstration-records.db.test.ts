import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstrationRecords } from './index.ts';
import { recordStores } from './modules/record-stores.ts';
import { aChild, type ChildOfTest } from './testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from './testing/children-world.ts';
import { givenChildren, idOf } from './testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from './testing/safeguards.ts';

let world: SafeguardsWorld;
/** Children of all ages, half of them with a practice, every tenth out of care. */
const children = Array.from({ length: 120 }, (_, index): ChildOfTest => {
  const age = index % 18;
  const born = `${2025 - age}-0${1 + (index % 9)}-11`;
  const from = index % 3 === 0 ? '2025-09-15' : `${Math.max(2022, 2026 - age)}-02-01`;
  const isGone = index % 10 === 9 && age >= 17;
  return aChild({
    born,
    care: [{ from, to: isGone ? '2026-01-20' : null }],
    workers: [{ id: `SW1000${10 + (index % 7)}`, from }],
    reviews: from < '2025-03-01' ? [{ on: '2025-10-20', code: 'PN1' }] : [],
    allocations: index % 2 ? [{ practice: 'canal-street-practice', from: '2025-10-01' }] : [],
  });
});
const elsewhere = aChild({ la: SANDWELL });

const load = () => loadDemonstrationRecords(world, BIRMINGHAM);
const rowsOf = async (table: string) =>
  world.database.owner((db) =>
    db.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY child_id, id, version`),
  );

beforeAll(async () => {
  world = await startSafeguards();
  world.at('2026-05-20T10:00:00Z');
  await givenChildren(world.database, [...children, elsewhere]);
  await load();
});
afterAll(() => world.close());

test('every kind the pages show is on record, of the one authority only, and nothing is told of the future', async () => {
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (const kind of recordStores().keys()) {
    const rows = await rowsOf(kind.replaceAll('-', '_'));
    counts[kind] = rows.length;
    for (const row of rows) {
      if (row['la_code'] !== BIRMINGHAM) wrong.push(`${String(row['id'])} is of another authority`);
      if ((row['recorded_at'] as Date) > world.clock.now()) wrong.push(`${String(row['id'])} is recorded after today`);
    }
  }
  expect(wrong).toEqual([]);
  const untold = Object.entries(counts).flatMap(([kind, count]) => (count === 0 ? [kind] : []));
  expect(untold).toEqual([
    'placement-match',
    'placement-arrangement',
    'hand-over',
    'school-exclusion',
    'offending-outcome',
    'return-interview',
    'adoption-decision',
  ]);
});

test('it is loaded once', async () => {
  const before = await rowsOf('visit');
  expect(await load()).toBe(false);
  expect(await rowsOf('visit')).toEqual(before);
});

test('it is the same each time', async () => {
  const other = await startSafeguards();
  other.at('2026-05-20T10:00:00Z');
  await givenChildren(other.database, [...children, elsewhere]);
  await loadDemonstrationRecords(other, BIRMINGHAM);
  for (const table of ['visit', 'contact', 'review_meeting', 'care_plan', 'decision']) {
    const rows = await other.database.owner((db) => db.query(`SELECT * FROM ${table} ORDER BY child_id, id, version`));
    expect(rows).toEqual(await rowsOf(table));
  }
  await other.close();
});

test('what is due looks like a good practice that is not perfect', async () => {
  const rows = await world.database.owner((db) =>
    db.query<{ kind: string; late: number; open: number }>(
      `SELECT kind, count(*) FILTER (WHERE due_on < $1)::int AS late, count(*)::int AS open FROM duty
       WHERE superseded_at IS NULL AND met_on IS NULL AND (ended_on IS NULL OR ended_on > $1) AND since <= $1
       GROUP BY kind`,
      [world.clock.today()],
    ),
  );
  const shareLate = new Map(rows.map(({ kind, late, open }) => [kind, late / open]));
  for (const kind of ['VISIT', 'HEALTH_ASSESSMENT', 'REVIEW']) {
    expect([kind, shareLate.get(kind)]).toEqual([kind, expect.any(Number)]);
    expect(shareLate.get(kind)).toBeGreaterThan(0);
    expect(shareLate.get(kind)).toBeLessThan(0.12);
  }
  const stale = await world.database.owner((db) => db.query('SELECT FROM duty_stale WHERE la_code = $1', [BIRMINGHAM]));
  expect(stale).toEqual([]);
});

test('visits are by whoever was the child’s social worker that day, and at the practice once it had the child', async () => {
  const visits = await rowsOf('visit');
  const byChild = new Map(children.map((child) => [idOf(child), child]));
  const wrong = visits.filter(({ child_id, worker_id, purpose, recorded_by, visited_on }) => {
    const child = byChild.get(String(child_id));
    const isWorker = purpose === 'PERSONAL_ADVISER' ? worker_id === null : worker_id === child?.workers[0]?.id;
    const isPractice = child?.allocations.length === 1 && String(visited_on) >= '2025-10-01';
    return !isWorker || recorded_by !== (isPractice ? 'demo:swp-worker' : 'demo:la-worker');
  });
  expect(wrong).toEqual([]);
  expect(new Set(visits.map(({ is_seen }) => is_seen))).toEqual(new Set([true, false]));
  expect(visits.filter(({ version }) => version === 2).length).toBeGreaterThan(0);
});
