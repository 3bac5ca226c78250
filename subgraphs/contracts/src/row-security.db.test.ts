import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  inspectorOf,
  oak,
  sandwell,
  SANDWELL,
  startWorld,
  stranger,
} from './testing/contracts-world.ts';

let database: Database;
beforeAll(async () => {
  database = await startWorld();
});
afterAll(() => database.close());

/** What row-level security alone shows: no condition, no policy of ours in between. */
async function seen(viewer: Viewer, sql: string): Promise<string[]> {
  return (await database.read(viewer, (db) => db.query<{ id: string }>(sql))).map((row) => row.id);
}

const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');
const tooLate = inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21');
const tooEarly = inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30');

describe('row-level security', () => {
  test.each([
    ['Birmingham', birmingham, ['harbour', 'oak']],
    ['Sandwell', sandwell, ['oak']],
    ['Harbour', harbour, ['harbour']],
    ['Oak', oak, ['oak']],
    ['a practice nobody knows', stranger, []],
    ['an inspector in the window', inWindow, ['harbour', 'oak']],
    ['an inspector after it', tooLate, []],
    ['an inspector before it', tooEarly, []],
  ])('%s sees the practices %s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SELECT id FROM practice ORDER BY id')).toEqual(expected);
  });

  const ofBirmingham = ['harbour-2023', 'oak-birmingham-2020'];
  test.each([
    ['Birmingham', birmingham, ofBirmingham],
    ['Sandwell', sandwell, ['oak-sandwell-2024', 'oak-sandwell-2027']],
    ['Harbour', harbour, ['harbour-2023']],
    ['Oak', oak, ['oak-birmingham-2020', 'oak-sandwell-2024', 'oak-sandwell-2027']],
    ['a practice nobody knows', stranger, []],
    ['an inspector in the window', inWindow, ofBirmingham],
    ['an inspector after it', tooLate, []],
    ['an inspector before it', tooEarly, []],
  ])('%s sees the contracts %s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SELECT id FROM contract ORDER BY id')).toEqual(expected);
  });

  const all = [child(BIRMINGHAM, 1), child(BIRMINGHAM, 2), child(BIRMINGHAM, 3)].toSorted();
  test.each([
    ['Birmingham: all of its own', birmingham, all],
    ['Sandwell: its own', sandwell, [child(SANDWELL, 1)]],
    ['Harbour: current ones', harbour, [child(BIRMINGHAM, 1)]],
    ['Oak: not those of the ended contract', oak, [child(SANDWELL, 1)]],
    ['a practice nobody knows', stranger, []],
    ['an inspector in the window', inWindow, all],
    ['an inspector after it', tooLate, []],
    ['an inspector before it', tooEarly, []],
  ])('allocations of %s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SELECT child_id AS id FROM allocation ORDER BY child_id')).toEqual(expected);
  });

  test.each([
    ['Birmingham', birmingham],
    ['Harbour', harbour],
    ['an inspector', inWindow],
    ['anybody', stranger],
  ])('%s reads all local authorities', async (_, viewer) => {
    expect(await seen(viewer, 'SELECT la_code AS id FROM local_authority')).toHaveLength(153);
  });

  test('lets an authority write no allocation of another', async () => {
    const write = database.write(birmingham, (db) =>
      db.query(
        `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on)
         VALUES ($1, $1 || '.x', $2, 'oak-sandwell-2024', '2026-01-01')`,
        [SANDWELL, child(SANDWELL, 9)],
      ),
    );
    await expect(write).rejects.toThrow(/row-level security|null value/);
  });

  test.each([
    ['local_authority', `UPDATE local_authority SET name = 'x'`],
    ['practice', `UPDATE practice SET name = 'x'`],
    ['contract', `UPDATE contract SET agreed_children = 1`],
  ])('lets an authority change no row of %s', async (_, sql) => {
    await expect(database.write(birmingham, (db) => db.query(sql))).rejects.toThrow(/permission denied/);
  });

  test.each(['practice', 'contract', 'allocation', 'allocation_request', 'outbox'])(
    'lets a practice write no %s',
    async (table) => {
      await expect(database.write(harbour, (db) => db.query(`DELETE FROM ${table}`))).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  test('lets an inspector write nothing', async () => {
    await expect(database.write(inWindow, (db) => db.query('SELECT 1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
