import { delegatedFunctions } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { tablesOfChildren } from '../migrations/child-tables.ts';

/** How many authorities and children to make. */
export interface ManyChildren {
  /** The authorities are called `L001`, `L002` and so on. */
  readonly authorities: number;
  readonly childrenOfEach: number;
}

const WORKERS = 400;

const tables = [...tablesOfChildren, 'allocation'];

/**
 * Fills the database with plain children, made by the database itself: each looked after since 2022 in four placements
 * one after the other, with three social workers and four reviews; every third is with a practice: `harbour` in the
 * first two authorities, `practice-<la>` in the others. The collection years 2022 to 2026 are held.
 */
export async function givenManyChildren(
  database: Database,
  { authorities, childrenOfEach }: ManyChildren,
): Promise<void> {
  const children = `
    SELECT la.code AS la_code, la.code || '.' || lpad(number::text, 20, '0') AS child_id, number
    FROM (SELECT 'L' || lpad(n::text, 3, '0') AS code FROM generate_series(1, ${authorities}) AS n) AS la,
      generate_series(1, ${childrenOfEach}) AS number`;
  await database.owner(async (db) => {
    // The rows are made with the access columns they need: keeping them by trigger would take minutes.
    for (const table of tables) await db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const sql of statements(children)) await db.query(sql);
    for (const table of tables) await db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await db.query(`
      INSERT INTO return_table (la_code, collection_year, table_name, row_count, loaded_at, changed_at)
      SELECT 'L' || lpad(n::text, 3, '0'), year, name, 1, '2026-05-01', '2026-05-01'
      FROM generate_series(1, ${authorities}) AS n, generate_series(2022, 2026) AS year,
        unnest(ARRAY['Header', 'Episodes', 'Reviews', 'OC2', 'OC3', 'Missing', 'SWEpisodes']) AS name`);
  });
  await database.owner((db) => db.query('ANALYZE'));
}

function statements(children: string): string[] {
  const practice = "CASE WHEN la_code <= 'L002' THEN 'harbour' ELSE 'practice-' || la_code END";
  const access = `CASE WHEN number % 3 = 0 THEN ${practice} END, CASE WHEN number % 3 = 0 THEN timestamptz '2024-01-01Z' END,
    CASE WHEN number % 3 = 0 THEN timestamptz 'infinity' END`;
  const accessColumns = 'access_practice_id, access_from, access_until';
  const functions = `ARRAY[${delegatedFunctions.map((name) => `'${name}'`).join(', ')}]`;
  const stay = (n: string): string => `date '2022-04-01' + 400 * ${n}`;
  const until = (n: string): string => `CASE WHEN ${n} < 3 THEN ${stay(`(${n} + 1)`)} END`;
  return [
    `INSERT INTO child (la_code, id, local_id, date_of_birth, sex, ethnicity, is_uasc, recorded_at, ${accessColumns},
       access_functions)
     SELECT la_code, child_id, 'C' || lpad(number::text, 6, '0'), date '2009-01-01' + (number % 5000), 'F', 'WBRI', false,
       '2026-05-01', ${access}, CASE WHEN number % 3 = 0 THEN ${functions} END FROM (${children}) AS made`,
    `INSERT INTO episode (la_code, child_id, id, started_on, ended_on, reason_started, legal_status, category_of_need,
       placement_type, collection_year, is_end_inferred, recorded_at, ${accessColumns})
     SELECT la_code, child_id, child_id || '.' || n, ${stay('n')}, ${until('n')}, 'P', 'C2', 'N1', 'U4', 2026, false,
       '2026-05-01', ${access} FROM (${children}) AS made, generate_series(0, 3) AS n`,
    `INSERT INTO period_of_care (la_code, child_id, started_on, is_start_known, ${accessColumns})
     SELECT la_code, child_id, '2022-04-01', true, ${access} FROM (${children}) AS made`,
    `INSERT INTO legal_status_period (la_code, child_id, started_on, legal_status, ${accessColumns})
     SELECT la_code, child_id, '2022-04-01', 'C2', ${access} FROM (${children}) AS made`,
    `INSERT INTO placement (la_code, child_id, id, started_on, is_start_known, ended_on, type, is_temporary, is_short_break,
       is_same_carer, carer_since, is_carer_since_known, distance_from_home_miles, is_inside_authority, ${accessColumns})
     SELECT la_code, child_id, child_id || '.' || n, ${stay('n')}, true, ${until('n')}, 'U4', false, false, false,
       ${stay('n')}, true, number % 50, number % 2 = 0, ${access} FROM (${children}) AS made, generate_series(0, 3) AS n`,
    `INSERT INTO social_worker_episode (la_code, child_id, id, worker_id, started_on, ended_on, is_end_inferred, ${accessColumns})
     SELECT la_code, child_id, child_id || '.' || n, 'SW' || (100000 + (number + n) % ${WORKERS}), ${stay('n')}, ${until('n')},
       false, ${access} FROM (${children}) AS made, generate_series(1, 3) AS n`,
    `INSERT INTO review (la_code, child_id, id, held_on, participation, ${accessColumns})
     SELECT la_code, child_id, child_id || '.' || n, date '2022-06-01' + 300 * n, 'PN' || (1 + number % 7), ${access}
     FROM (${children}) AS made, generate_series(0, 3) AS n`,
    `INSERT INTO allocation (la_code, id, child_id, practice_id, contract_id, started_on, functions)
     SELECT la_code, 'a.' || child_id, child_id, ${practice}, 'harbour-2023-' || la_code, '2024-01-01', ${functions}
     FROM (${children}) AS made WHERE number % 3 = 0`,
  ];
}
