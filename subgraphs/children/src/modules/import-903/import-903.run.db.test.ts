import { ForbiddenError } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  birminghamCommissioner,
  clock,
  emptyDatabase,
  inspector,
  practiceWorker,
  sandwell,
  SANDWELL,
  startDatabase,
} from '../../testing/children-world.ts';
import { aFile, episodesFile, headerFile } from '../../testing/return-texts.ts';
import { importReturn } from './import-903.run.ts';

let database: TestDatabase;
let statements: string[] = [];

beforeAll(async () => {
  database = await startDatabase({ onStatement: (sql) => statements.push(sql) });
});
beforeEach(async () => {
  await emptyDatabase(database);
  statements = [];
});
afterAll(() => database.close());

type Files = Parameters<typeof importReturn>[1]['files'];

const load = (files: Files, { year = 2024, viewer = birmingham, isDryRun = false } = {}) =>
  importReturn({ database, clock }, { viewer, year, files, isDryRun });

const count = async (sql: string, viewer = birmingham) =>
  (await database.read(viewer, (db) => db.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`)))[0]
    ?.count;

const placements = async () =>
  (
    await database.read(birmingham, (db) =>
      db.query<{ child: string; from: string; to: string | null }>(
        `SELECT c.local_id AS child, p.started_on AS from, p.ended_on AS to FROM placement p
         JOIN child c ON c.la_code = p.la_code AND c.id = p.child_id ORDER BY 1, 2`,
      ),
    )
  ).map(({ child, from, to }) => `${child} ${from} ${to ?? '…'}`);

const twoChildren = [headerFile('A1', 'A2'), episodesFile(['A1', '01/05/2023'], ['A2', '02/05/2023'])];

describe('an import', () => {
  test('loads what it accepts and works out the history', async () => {
    const outcome = await load(twoChildren);
    expect(outcome).toMatchObject({ status: 'LOADED', stage: 'Loaded.' });
    expect(outcome.tables).toMatchObject([
      { table: 'Header', rowsRead: 2, rowsAdded: 2, rowsKeptOut: 0 },
      { table: 'Episodes', rowsRead: 2, rowsAdded: 2, rowsKeptOut: 0 },
    ]);
    expect(await placements()).toEqual(['A1 2023-05-01 …', 'A2 2023-05-02 …']);
  });

  test('of the same files again changes nothing and says so', async () => {
    await load(twoChildren);
    const before = await rowsOnRecord();
    const again = await load(twoChildren);
    expect(again).toMatchObject({ status: 'UNCHANGED' });
    expect(
      again.tables.map(({ rowsUnchanged, rowsAdded, rowsRemoved }) => [rowsUnchanged, rowsAdded, rowsRemoved]),
    ).toEqual([
      [2, 0, 0],
      [2, 0, 0],
    ]);
    expect(await rowsOnRecord()).toEqual(before);
  });

  test('of a corrected file replaces what it corrects and keeps what was known before', async () => {
    await load(twoChildren);
    const { tables } = await load([episodesFile(['A1', '01/05/2023', '01/09/2023'], ['A2', '02/05/2023'])]);
    expect(tables).toMatchObject([{ table: 'Episodes', rowsAdded: 1, rowsRemoved: 1, rowsUnchanged: 1 }]);
    expect(await placements()).toEqual(['A1 2023-05-01 2023-09-01', 'A2 2023-05-02 …']);
    const versions = await database.read(birmingham, (db) =>
      db.query<{ to: string | null; old: boolean }>(
        `SELECT ended_on AS to, superseded_at IS NOT NULL AS old FROM episode
         WHERE started_on = '2023-05-01' ORDER BY recorded_at`,
      ),
    );
    expect(versions).toEqual([
      { to: null, old: true },
      { to: '2023-09-01', old: false },
    ]);
    expect(await count(`return_row WHERE superseded_at IS NOT NULL`)).toBe(1);
  });

  test('of a file that no longer names a child lets the child go', async () => {
    await load(twoChildren);
    await load([headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    expect(await placements()).toEqual(['A1 2023-05-01 …']);
    expect(await count('child')).toBe(1);
    expect(await count('episode WHERE superseded_at IS NOT NULL')).toBe(1);
  });

  test('of the years out of order comes to the same history', async () => {
    await load([headerFile('A1'), episodesFile(['A1', '01/05/2022', '01/06/2023', 'P'])], { year: 2024 });
    await load([headerFile('A1'), episodesFile(['A1', '01/02/2022', '01/05/2022'], ['A1', '01/05/2022', '', 'P'])], {
      year: 2023,
    });
    expect(await placements()).toEqual(['A1 2022-02-01 2022-05-01', 'A1 2022-05-01 2023-06-01']);
  });

  test('of a new year ends what the year before left open for children it does not name', async () => {
    await load([headerFile('A1', 'A2'), episodesFile(['A1', '01/05/2022'], ['A2', '02/05/2022'])], { year: 2023 });
    await load([headerFile('A1'), episodesFile(['A1', '01/05/2022'])]);
    expect(await placements()).toEqual(['A1 2022-05-01 …', 'A2 2022-05-02 2023-03-31']);
  });

  test('takes two files of one table together, and the same row twice once', async () => {
    const { tables } = await load([
      headerFile('A1', 'A2'),
      episodesFile(['A1', '01/05/2023']),
      episodesFile(['A2', '02/05/2023'], ['A1', '01/05/2023']),
    ]);
    expect(tables[1]).toMatchObject({ table: 'Episodes', rowsRead: 3, rowsAdded: 2 });
    expect(await placements()).toHaveLength(2);
  });

  test('keeps rows out for what they are and loads the others', async () => {
    const outcome = await load([
      headerFile('A1', 'A2'),
      episodesFile(['A1', '31/02/2023'], ['A2', '02/05/2023'], ['A3', '02/05/2023']),
    ]);
    expect(outcome.tables[1]).toMatchObject({ table: 'Episodes', rowsRead: 3, rowsAdded: 1, rowsKeptOut: 2 });
    expect(await placements()).toEqual(['A2 2023-05-02 …']);
    const faults = await database.read(birmingham, (db) =>
      db.query<{ child: string }>(
        'SELECT DISTINCT child_local_id AS child FROM return_fault WHERE keeps_row_out ORDER BY 1',
      ),
    );
    expect(faults.map(({ child }) => child)).toContain('A3');
  });

  test('says of a file that it cannot be used and loads the others', async () => {
    const { files, status } = await load([aFile('staff.csv', ['NAME,TEAM', 'x,y']), ...twoChildren]);
    expect(files[0]).toMatchObject({ name: 'staff.csv', table: null });
    expect(files[0]?.refusal).toBeTruthy();
    expect(status).toBe('LOADED');
  });

  test('of nothing that can be accepted is refused and changes nothing', async () => {
    expect((await load([aFile('staff.csv', ['NAME,TEAM', 'x,y'])])).status).toBe('REFUSED');
    expect(await count('return_table')).toBe(0);
  });

  test('of a table without rows changes nothing', async () => {
    await load(twoChildren);
    const outcome = await load([episodesFile()]);
    expect(outcome.status).toBe('REFUSED');
    expect(await placements()).toHaveLength(2);
  });

  test('that only checks writes its faults and nothing else', async () => {
    const outcome = await load(twoChildren, { isDryRun: true });
    expect(outcome).toMatchObject({ status: 'CHECKED' });
    expect(outcome.tables[1]).toMatchObject({ rowsAdded: 2 });
    expect([await count('return_row'), await count('child'), await count('import_903')]).toEqual([0, 0, 1]);
  });

  test('asks as many questions of the database for many children as for few', async () => {
    await load([headerFile('A1'), episodesFile(['A1', '01/05/2023'])]);
    const few = statements.length;
    statements = [];
    const children = Array.from({ length: 200 }, (_, index) => `B${index}`);
    await load([headerFile(...children), episodesFile(...children.map((child) => [child, '01/05/2023'] as const))], {
      viewer: sandwell,
    });
    expect(statements.length).toBe(few);
  });
});

describe('an import that is killed in the middle', () => {
  test('leaves nothing, and can be run again', async () => {
    await load([headerFile('A0'), episodesFile(['A0', '01/05/2023'])]);
    const before = await rowsOnRecord();
    await killedWhileWriting('review', () => load(twoChildren));
    expect(await rowsOnRecord()).toEqual(before);
    expect(await placements()).toEqual(['A0 2023-05-01 …']);
    expect((await load(twoChildren)).status).toBe('LOADED');
    expect(await placements()).toEqual(['A1 2023-05-01 …', 'A2 2023-05-02 …']);
  });

  /** Holds a table's lock so that the load has to wait before it writes there, and cuts its connection while it waits. */
  async function killedWhileWriting(table: string, run: () => Promise<unknown>): Promise<void> {
    await database.owner(async (db) => {
      await db.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      const outcome = run().then(
        () => 'loaded',
        () => 'killed',
      );
      // The application's own login may cut its connections; the owner of the tables may not.
      await expect
        .poll(() =>
          database.dataSource.query(
            `SELECT pg_terminate_backend(pid) AS cut FROM pg_locks
             WHERE relation = '${table}'::regclass AND NOT granted`,
          ),
        )
        .toEqual([{ cut: true }]);
      expect(await outcome).toBe('killed');
    });
  }
});

describe('two imports of one authority at once', () => {
  test('happen one after the other: each row is there once, and the last one counts', async () => {
    const outcomes = await Promise.all([load(twoChildren), load(twoChildren)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['LOADED', 'UNCHANGED']);
    expect(await count('return_row')).toBe(4);
    expect(await placements()).toHaveLength(2);
  });

  test('with different files end with one of them, whole', async () => {
    const one = [headerFile('A1'), episodesFile(['A1', '01/05/2023'])];
    const other = [headerFile('B1', 'B2'), episodesFile(['B1', '01/05/2023'], ['B2', '01/05/2023'])];
    await Promise.all([load(one), load(other)]);
    expect([['A1 2023-05-01 …'], ['B1 2023-05-01 …', 'B2 2023-05-01 …']]).toContainEqual(await placements());
  });
});

async function rowsOnRecord(): Promise<object[]> {
  return database.read(birmingham, (db) =>
    db.query(
      `SELECT (SELECT count(*) FROM return_row) AS rows, (SELECT count(*) FROM episode) AS episodes,
         (SELECT max(recorded_at) FROM episode) AS recorded, (SELECT max(changed_at) FROM return_table) AS changed`,
    ),
  );
}

describe('who an import is for', () => {
  test('another authority is untouched', async () => {
    await load(twoChildren);
    await load([headerFile('A1'), episodesFile(['A1', '01/05/2023'])], { viewer: sandwell });
    expect(await count('child', sandwell)).toBe(1);
    expect(await count('child')).toBe(2);
    expect(await count(`return_row WHERE la_code = '${SANDWELL}'`)).toBe(0);
  });

  test.each([
    ['a commissioner', birminghamCommissioner],
    ['a practice', practiceWorker],
    ['an inspector', inspector],
  ])('%s cannot import', async (_, viewer) => {
    await expect(load(twoChildren, { viewer })).rejects.toThrow(ForbiddenError);
  });

  test.each([
    ['a practice', practiceWorker],
    ['an inspector', inspector],
  ])('%s cannot read rows, faults, imports or uploads even past the policies', async (_, viewer) => {
    await load(twoChildren);
    for (const table of ['return_row', 'return_fault', 'import_903', 'upload', 'upload_chunk']) {
      await expect(count(table, viewer)).rejects.toThrow(/permission denied/);
    }
  });

  test('a row of another authority cannot be written', async () => {
    const write = database.write(birmingham, (db) =>
      db.query('INSERT INTO return_table VALUES ($1, 2024, $2, 1, now(), now())', [SANDWELL, 'Header']),
    );
    await expect(write).rejects.toThrow(/row-level security/);
    expect(BIRMINGHAM).not.toBe(SANDWELL);
  });
});
