import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  inspectorOf,
  iroOf,
  machineFor,
  manager,
  oak,
  sandwell,
  SANDWELL,
  startWorld,
  stranger,
  underGlass,
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

const one = child(BIRMINGHAM, 1);
const OVER = '2026-11-22T12:00:00.000Z';
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22', [one]);
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
    ['a reviewing officer', iroOf(), ['harbour', 'oak']],
    ['a machine for contracts', machineFor('contracts'), ['harbour', 'oak']],
    ['a machine for other things', machineFor('children', 'workforce', 'figures'), []],
    ['Birmingham under a glass', underGlass(birmingham, one), ['harbour', 'oak']],
    ['Birmingham under a glass that is over', underGlass(birmingham, one, OVER), []],
    ['Harbour under a glass', underGlass(harbour, one), ['harbour']],
    ['Harbour under a glass that is over', underGlass(harbour, one, OVER), []],
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
    ['a reviewing officer', iroOf(), ofBirmingham],
    ['a machine for contracts', machineFor('contracts'), ofBirmingham],
    ['a machine for other things', machineFor('children', 'workforce', 'figures'), []],
    ['Birmingham under a glass', underGlass(birmingham, one), ofBirmingham],
    ['Birmingham under a glass that is over', underGlass(birmingham, one, OVER), []],
    ['Harbour under a glass', underGlass(harbour, one), ['harbour-2023']],
    ['Harbour under a glass that is over', underGlass(harbour, one, OVER), []],
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
    ['an inspector in the window: the sample', inWindow, [one]],
    ['an inspector, all restricted', { ...inWindow, hiddenChildIds: all }, []],
    ['an inspector after it', { ...tooLate, namedChildIds: all }, []],
    ['an inspector before it', { ...tooEarly, namedChildIds: all }, []],
    ['Birmingham, one restricted', { ...birmingham, hiddenChildIds: [one] }, all.filter((id) => id !== one)],
    ['Harbour, one restricted', { ...harbour, hiddenChildIds: [one] }, []],
    ['a reviewing officer', iroOf(one), [one]],
    ['a reviewing officer of no child', iroOf(), []],
    ['a reviewing officer, named a child of another authority', iroOf(child(SANDWELL, 1)), []],
    ['a machine for contracts', machineFor('contracts'), all],
    ['a machine for other things', machineFor('children', 'workforce', 'figures'), []],
    ['Birmingham under a glass', underGlass(birmingham, one), [one]],
    ['Birmingham under a glass that is over', underGlass(birmingham, one, OVER), []],
    ['Sandwell under a glass for a child of Birmingham', underGlass(sandwell, one), []],
    ['Harbour under a glass', underGlass(harbour, child(BIRMINGHAM, 3)), [child(BIRMINGHAM, 3)]],
    ['Harbour under a glass for a child of another practice', underGlass(harbour, child(BIRMINGHAM, 2)), []],
    ['Harbour under a glass that is over', underGlass(harbour, one, OVER), []],
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

  const addition = `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on)
                    VALUES ('${BIRMINGHAM}', $1 || '.new', $1, 'harbour-2023', '2026-01-01')`;

  test('lets commissioners and managers allocate, and no others of the authority', async () => {
    const add = (viewer: Viewer) =>
      database.write(viewer, async (db) => {
        await db.query(addition, [child(BIRMINGHAM, 9)]);
        throw new Error('allocated');
      });
    for (const viewer of [birmingham, manager]) await expect(add(viewer)).rejects.toThrow('allocated');
    const analyst: Viewer = { ...birmingham, role: 'la-analyst' };
    const restricted = { ...manager, hiddenChildIds: [child(BIRMINGHAM, 9)] };
    for (const viewer of [analyst, iroOf(child(BIRMINGHAM, 9)), harbour, restricted]) {
      await expect(add(viewer)).rejects.toThrow(/row-level security|permission denied/);
    }
  });

  test('lets an authority change the end of its own allocations and contracts, and nothing else of them', async () => {
    const changed = (viewer: Viewer, sql: string) =>
      database.write(viewer, async (db) => (await db.query(`${sql} RETURNING id`)).length);
    const [allocations, contracts] = [`UPDATE allocation SET end_reason = 'x'`, `UPDATE contract SET end_reason = 'x'`];
    expect(await changed(birmingham, allocations)).toBe(3);
    expect(await changed({ ...birmingham, hiddenChildIds: [one] }, allocations)).toBe(2);
    expect(await changed(birmingham, contracts)).toBe(2);
    const analyst: Viewer = { ...birmingham, role: 'la-analyst' };
    expect(await changed(analyst, allocations)).toBe(0);
    expect(await changed(analyst, contracts)).toBe(0);
    for (const sql of ['SET started_on = started_on', 'SET child_id = child_id', 'SET access_until = now()']) {
      await expect(changed(birmingham, `UPDATE allocation ${sql}`)).rejects.toThrow(/permission denied/);
    }
    await expect(changed(birmingham, 'UPDATE contract SET delegated_functions = delegated_functions')).rejects.toThrow(
      /permission denied/,
    );
    await expect(changed(birmingham, 'DELETE FROM allocation')).rejects.toThrow(/permission denied/);
  });

  test('keeps what was asked for children restricted to others from those who may not know of them', async () => {
    await database.owner((db) =>
      db.query(
        `INSERT INTO allocation_request (la_code, idempotency_key, request_hash, allocation_ids, recorded_by)
         VALUES ($1, 'key', 'hash', ARRAY[$2 || '.harbour-2023.2024-05-01'], 'x')`,
        [BIRMINGHAM, one],
      ),
    );
    const keys = 'SELECT idempotency_key AS id FROM allocation_request';
    expect(await seen(birmingham, keys)).toEqual(['key']);
    expect(await seen({ ...birmingham, hiddenChildIds: [one] }, keys)).toEqual([]);
    expect(await seen(sandwell, keys)).toEqual([]);
  });

  test.each([
    ['local_authority', `UPDATE local_authority SET name = 'x'`],
    ['practice', `UPDATE practice SET name = 'x'`],
    ['contract', `UPDATE contract SET agreed_children = 1`],
  ])('lets an authority change no row of %s', async (_, sql) => {
    await expect(database.write(birmingham, (db) => db.query(sql))).rejects.toThrow(/permission denied/);
  });

  test.each(['practice', 'contract', 'allocation', 'allocation_request', 'inspection', 'outbox'])(
    'lets a practice write no %s',
    async (table) => {
      await expect(database.write(harbour, (db) => db.query(`DELETE FROM ${table}`))).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  test('lets nobody of an authority tell of an allocation that was not made', async () => {
    const tell = `INSERT INTO outbox (topic, payload) VALUES ('allocation', '{}')`;
    await expect(database.write(manager, (db) => db.query(tell))).rejects.toThrow(/permission denied/);
  });

  test('lets an inspector write nothing', async () => {
    await expect(database.write(inWindow, (db) => db.query('SELECT 1'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
