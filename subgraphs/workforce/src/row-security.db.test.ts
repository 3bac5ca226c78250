import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  inspectorOf,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  startWorkforce,
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
    ['an inspector in the window', inWindow, ['SW000001', 'SW000002', 'SW000003']],
    ['an inspector after it', tooLate, []],
  ])('%s sees the registrations %s', async (_, viewer, expected) => {
    expect(await seen(viewer, 'SELECT worker_id AS id FROM registration ORDER BY worker_id')).toEqual(expected);
  });

  test.each(['worker', 'registration', 'employment'])('nobody changes %s', async (table) => {
    for (const viewer of [birmingham, harbour]) {
      const change = database.write(viewer, (db) => db.query(`DELETE FROM ${table}`));
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});
