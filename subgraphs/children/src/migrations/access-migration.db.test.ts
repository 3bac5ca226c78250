import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childId, openDatabase, type Database } from '@mainstay/subgraph-kit';
import { startTestDatabase, TEST_CLOCK, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { tablesWithAccess } from './child-access.ts';
import { migrations } from './index.ts';

const LA = 'E08000025';
const before = migrations.filter(({ name }) => Number(name.slice(-13)) < 1_795_305_600_100);

/** The statements with which a database of the release before was filled. */
const held = [
  `INSERT INTO child (la_code, id, local_id, date_of_birth, sex, ethnicity, is_uasc, recorded_at)
   SELECT '${LA}', '${LA}.' || name, name, '2014-05-06', 'F', 'WBRI', false, '2026-05-01'
   FROM unnest(ARRAY['lasting', 'ended', 'alone']) AS name`,
  `INSERT INTO review (la_code, child_id, id, held_on, participation)
   SELECT la_code, id, id || '.r', '2026-01-01', 'PN1' FROM child`,
  `INSERT INTO allocation (la_code, id, child_id, practice_id, contract_id, started_on, ended_on)
   VALUES ('${LA}', '1', '${LA}.lasting', 'harbour', 'c', '2026-07-01', NULL),
     ('${LA}', '2', '${LA}.ended', 'harbour', 'c', '2026-01-01', '2026-03-29')`,
  `INSERT INTO return_row (la_code, import_id, ordinal, collection_year, table_name, row_hash, position, child_local_id,
     cells, file_name, recorded_at)
   VALUES ('${LA}', 'i', 1, 2026, 'Header', '\\x01', 1, 'A1', '{}', 'f', now()),
     ('${LA}', 'i', 2, 2026, 'Header', '\\x02', 2, '', '{}', 'f', now())`,
];

describe('a database of the release before', () => {
  let old: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    old = await startTestDatabase('children', { migrations: before });
    await old.owner(async (db) => {
      for (const sql of held) await db.query(sql);
    });
    const options = { url: old.url, secret: TEST_SECRET, clock: TEST_CLOCK, entities: [], migrations, poolSize: 2 };
    database = await openDatabase({ name: 'children', ...options });
  });
  afterAll(async () => {
    await database.close();
    await old.close();
  });

  const ask = <Row>(sql: string): Promise<Row[]> => database.owner((db) => db.query<Row>(sql));

  test.each(['child', 'review'])('keeps who may see %s, from midnight to midnight in England', async (table) => {
    const rows = await ask(
      `SELECT access_practice_id AS practice, access_from::text AS from, access_until::text AS until
       FROM (SELECT * FROM ${table} ORDER BY 2) t`,
    );
    const inUtc = (instant: string): string => new Date(instant).toISOString();
    expect(
      rows.map((row) => {
        const { practice, from, until } = row as Record<'practice' | 'from' | 'until', string | null>;
        return [practice, from && inUtc(from), until === 'infinity' ? until : until && inUtc(until)];
      }),
    ).toEqual([
      [null, null, null],
      ['harbour', '2026-01-01T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
      ['harbour', '2026-06-30T23:00:00.000Z', 'infinity'],
    ]);
  });

  test('delegates every function, as contracts did until now', async () => {
    expect(await ask('SELECT DISTINCT cardinality(functions) AS n, ends_at AS ends FROM allocation')).toEqual([
      { n: 8, ends: null },
    ]);
    expect(await ask('SELECT cardinality(access_functions) AS n FROM child ORDER BY id')).toEqual([
      { n: null },
      { n: 8 },
      { n: 8 },
    ]);
  });

  test('says as the triggers do', async () => {
    const rows = (): Promise<object[]> => ask('SELECT * FROM child ORDER BY id');
    const migrated = await rows();
    await ask(`SELECT keep_access_of_children(array_agg(la_code), array_agg(id)) FROM child`);
    expect(await rows()).toEqual(migrated);
  });

  test('knows the child of each row of a return', async () => {
    expect(await ask('SELECT child_id AS id FROM return_row ORDER BY ordinal')).toEqual([
      { id: childId(LA, 'A1') },
      { id: '' },
    ]);
  });

  test('keeps every table in step with allocations', async () => {
    const triggers = await ask<{ name: string }>(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'tr_' || tgrelid::regclass::text || '_access'`,
    );
    expect(triggers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(tablesWithAccess.map(({ table }) => table)),
    );
    const guarded = await ask<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'access_practice_id'`,
    );
    expect(triggers.map(({ name }) => name).toSorted()).toEqual(guarded.map(({ name }) => name).toSorted());
  });
});
