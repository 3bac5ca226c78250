import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  startWorkforce,
  underGlass,
} from './testing/workforce-world.ts';

let database: Database;
beforeAll(async () => {
  database = await startWorkforce();
});
afterAll(() => database.close());

/** What row-level security alone shows: no condition, no policy of ours in between. */
async function seen(viewer: Viewer, sql: string): Promise<string[]> {
  return (await database.read(viewer, (db) => db.query<{ id: string }>(sql))).map((row) => row.id);
}

const OVER = '2026-11-22T12:00:00.000Z';
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');
const tooLate = inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21');
const tooEarly = inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30');
const ofBirmingham = ['Ada', 'Ben', 'Cal', 'Dee', 'Eve', 'Fay'];
const postsOfBirmingham = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => `${BIRMINGHAM}.${id}`);

describe('row-level security', () => {
  test.each([
    ['Birmingham', birmingham, ofBirmingham, postsOfBirmingham],
    ['Sandwell', sandwell, ['Fay', 'Gus'], [`${SANDWELL}.p6`, `${SANDWELL}.p7`]],
    ['Harbour', harbour, ofBirmingham, [`${BIRMINGHAM}.p4`, `${BIRMINGHAM}.p5`]],
    ['Harbour without a contract', harbourWithoutContract, [], [`${BIRMINGHAM}.p4`, `${BIRMINGHAM}.p5`]],
    ['Oak', oak, ['Fay', 'Gus'], [`${BIRMINGHAM}.p6`, `${SANDWELL}.p6`]],
    ['Oak of both', oakOfBoth, [...ofBirmingham, 'Fay', 'Gus'].toSorted(), [`${BIRMINGHAM}.p6`, `${SANDWELL}.p6`]],
    ['a worker of Harbour: no posts', harbourWorker, ofBirmingham, []],
    ['a reviewing officer: no posts', iro, ofBirmingham, []],
    ['a machine for staff', machineFor('workforce'), ofBirmingham, postsOfBirmingham],
    ['a machine for other things', machineFor('children', 'contracts', 'figures'), [], []],
    ['Birmingham under a glass: no posts', underGlass(birmingham), ofBirmingham, []],
    ['Birmingham under a glass that is over', underGlass(birmingham, OVER), [], []],
    ['Harbour under a glass: no posts', underGlass(harbour), ofBirmingham, []],
    ['Harbour under a glass that is over', underGlass(harbour, OVER), [], []],
    ['an inspector in the window', inWindow, ofBirmingham, postsOfBirmingham],
    ['an inspector after it', tooLate, [], []],
    ['an inspector before it', tooEarly, [], []],
  ])('%s sees the workers and posts it may', async (_, viewer, workers, posts) => {
    expect(await seen(viewer, 'SELECT name AS id FROM worker ORDER BY name, la_code')).toEqual(workers);
    expect(await seen(viewer, 'SELECT id FROM employment ORDER BY id')).toEqual(posts);
  });

  test.each([
    ['Birmingham', birmingham, ['SW000001', 'SW000002', 'SW000003']],
    ['Sandwell', sandwell, ['SW000007']],
    ['Harbour', harbour, ['SW000001', 'SW000002', 'SW000003']],
    ['Harbour without a contract', harbourWithoutContract, []],
    ['a reviewing officer', iro, ['SW000001', 'SW000002', 'SW000003']],
    ['a machine for other things', machineFor('children', 'contracts', 'figures'), []],
    ['Birmingham under a glass', underGlass(birmingham), ['SW000001', 'SW000002', 'SW000003']],
    ['Birmingham under a glass that is over', underGlass(birmingham, OVER), []],
    ['an inspector in the window', inWindow, ['SW000001', 'SW000002', 'SW000003']],
    ['an inspector after it', tooLate, []],
  ])('%s sees the registrations %s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SELECT worker_id AS id FROM registration ORDER BY worker_id')).toEqual(expected);
  });

  test.each([
    ['Birmingham', birmingham, 7],
    ['a reviewing officer of it', iro, 7],
    ['a machine of it for figures', machineFor('figures'), 7],
    ['a machine of it for other things', machineFor('children'), 0],
    ['Sandwell', sandwell, 2],
    ['a worker of Harbour: what serves its hosts', harbourWorker, 7],
    ['Harbour without a contract: its own', harbourWithoutContract, 2],
  ])('figures for %s are made of posts it stands in relation to', async (_, viewer, expected) => {
    const [row] = await database.figures(viewer, (db) =>
      db.query<{ count: number }>('SELECT count(*)::int AS count FROM employment'),
    );
    expect(row?.count).toBe(expected);
  });

  test.each(['worker', 'registration', 'employment'])('nobody changes %s', async (table) => {
    for (const viewer of [birmingham, harbour]) {
      const change = database.write(viewer, (db) => db.query(`DELETE FROM ${table}`));
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});
