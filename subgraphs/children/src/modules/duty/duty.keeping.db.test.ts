import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { sourcesOf } from '../../testing/caseload-sources.ts';
import { startDatabase, NOW } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { fixedClock } from '@mainstay/primitives';
import { TouchLog } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { manager } from '../../testing/staff.ts';
import { createContext } from '../../context.ts';
import { summaryOf } from '../summary/summary.service.ts';
import { freshDuties } from './duty.fresh.ts';
import { refreshDuties, refreshStaleDuties } from './duty.refresh.ts';

let database: TestDatabase;
const clock = fixedClock(NOW);
const statements: string[] = [];
const children = Array.from({ length: 30 }, () => aChild({ care: [{ from: '2026-06-01' }] }));
const LA = children[0]!.la;

beforeAll(async () => {
  database = await startDatabase({ clock, onStatement: (sql) => statements.push(sql) });
  await givenChildren(database, children);
});
afterAll(() => database.close());

const stateOf = () =>
  database.owner(async (db) => {
    const duties = await db.query(
      `SELECT id, due_on, met_on, made_at, superseded_at FROM duty ORDER BY id, made_at, superseded_at`,
    );
    const [stale] = await db.query<{ left: number }>('SELECT count(*)::int AS left FROM duty_stale');
    return { duties, stale: stale?.left };
  });
const visit = (childId: string, day: string) =>
  database.owner((db) =>
    db.query(
      `INSERT INTO visit (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, visited_on, purpose,
         is_seen, is_at_placement, note)
       VALUES ($1, $2, $2 || '.visit-' || $3, 1, 'worker', now(), false, $3::date, 'STATUTORY', true, true, 'Seen.')`,
      [LA, childId, day],
    ),
  );

test('working them out again changes nothing, and asks as many statements for many children as for one', async () => {
  await refreshStaleDuties({ database, clock }, { laCodes: [LA] });
  const first = await stateOf();
  expect(first.stale).toBe(0);
  const asked = async (ids: readonly string[]) => {
    statements.length = 0;
    await database.service((db) => refreshDuties(db, ids, clock.now()));
    return statements.length;
  };
  expect(await asked(children.map(idOf))).toBe(await asked([idOf(children[0]!)]));
  expect(await stateOf()).toEqual(first);
});

test('the duties and summaries of many children are read in as many statements as those of one', async () => {
  const asked = async (some: typeof children) => {
    statements.length = 0;
    await database.read(manager, async (db) => {
      const context = createContext({
        viewer: manager,
        db,
        database,
        clock,
        touched: new TouchLog(),
        sources: sourcesOf(),
      });
      const rows = await Promise.all(some.map((child) => context.loaders.children.load(idOf(child))));
      const told = await Promise.all(
        rows.map(async (row) => {
          if (!row) throw new Error('A child of the test is missing.');
          const summary = await summaryOf(row, context);
          return [summary?.sections.length, (await context.loaders.duties.load({ child: row, knownAt: null })).length];
        }),
      );
      expect(new Set(told.map(String)).size).toBe(1);
    });
    return statements.length;
  };
  expect(await asked(children)).toBe(await asked(children.slice(0, 1)));
});

test('a row that says what was done marks its child, and reading works that child out first', async () => {
  const [child] = children.map(idOf) as [string];
  await visit(child, '2026-06-05');
  expect((await stateOf()).stale).toBe(1);
  await database.read(manager, (db) => freshDuties({ db, database, clock }, [LA]));
  expect((await stateOf()).stale).toBe(0);
  const [met] = await database.owner((db) =>
    db.query(`SELECT met_on FROM duty WHERE child_id = $1 AND rule = 'visit-first-week' AND superseded_at IS NULL`, [
      child,
    ]),
  );
  expect(met).toEqual({ met_on: '2026-06-05' });
});

test('of two who work them out at a time, the second counts what the first recorded', async () => {
  const child = idOf(children[1]!);
  const record = (day: string) =>
    database.service(async (db) => {
      await db.query(`INSERT INTO duty_stale (la_code, child_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [LA, child]);
      await refreshDuties(db, [child], clock.now());
      return day;
    });
  await visit(child, '2026-06-03');
  await visit(child, '2026-07-10');
  await Promise.all([record('one'), record('other'), refreshStaleDuties({ database, clock }, { laCodes: [LA] })]);
  const present = await database.owner((db) =>
    db.query<{ rule: string; met_on: string | null }>(
      `SELECT rule, met_on FROM duty WHERE child_id = $1 AND kind = 'VISIT' AND superseded_at IS NULL ORDER BY since, due_on`,
      [child],
    ),
  );
  expect(present).toEqual([
    { rule: 'visit-first-week', met_on: '2026-06-03' },
    { rule: 'visit-six-weeks', met_on: '2026-07-10' },
    { rule: 'visit-six-weeks', met_on: null },
  ]);
});
