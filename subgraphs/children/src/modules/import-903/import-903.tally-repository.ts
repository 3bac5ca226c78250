import type { Db } from '@mainstay/subgraph-kit';
import { idsOfChildren } from '../../history/ids-of-children.ts';
import { insertRows } from '../../history/insert-rows.ts';
import type { ImportKey } from './import-903.repository.ts';
import type { SomeCounts, Tally } from './import-903.tally.ts';

/** Puts on record what became of each child's rows in an import, by the authority's own number for the child. */
export async function insertTallies(
  db: Db,
  { laCode, id }: ImportKey,
  tallies: ReadonlyMap<string, Tally>,
): Promise<void> {
  const idOf = idsOfChildren(laCode);
  await insertRows(db, 'import_903_child', {
    rows: [...tallies],
    columns: [
      { name: 'la_code', type: 'text', all: laCode },
      { name: 'import_id', type: 'text', all: id },
      { name: 'child_id', type: 'text', value: ([localId]) => idOf(localId) },
      { name: 'rows_of_files', type: 'text', value: ([, { files }]) => JSON.stringify(Object.fromEntries(files)) },
      { name: 'rows_of_tables', type: 'text', value: ([, { tables }]) => JSON.stringify(Object.fromEntries(tables)) },
    ],
    from: {
      columns: 'la_code, import_id, child_id, rows_of_files, rows_of_tables',
      select: 'row.la_code, row.import_id, row.child_id, row.rows_of_files::jsonb, row.rows_of_tables::jsonb',
    },
  });
}

/**
 * What became of the rows of all but the hidden children, by import. An import of which it is not on record has none.
 */
export async function sumTallies(
  db: Db,
  { ids, hidden }: { ids: readonly string[]; hidden: readonly string[] },
): Promise<Map<string, Tally>> {
  const rows = await db.query<{ id: string; kind: string; name: string; counts: Record<string, number> & SomeCounts }>(
    `WITH tally AS (
       SELECT import_id, rows_of_files, rows_of_tables FROM import_903_child
       WHERE la_code = ANY ($2::text[]) AND import_id = ANY ($1::text[]) AND child_id <> ALL ($3::text[])
     ),
     counted AS (
       SELECT import_id, 'file' AS kind, file.key AS name, 'rows' AS what, file.value::int AS count
       FROM tally, jsonb_each_text(rows_of_files) AS file
       UNION ALL
       SELECT import_id, 'table', part.key, number.key, number.value::int
       FROM tally, jsonb_each(rows_of_tables) AS part, jsonb_each_text(part.value) AS number
       UNION ALL
       SELECT DISTINCT import_id, 'known', '', 'rows', 0 FROM tally
     ),
     summed AS (SELECT import_id, kind, name, what, sum(count)::int AS count FROM counted GROUP BY 1, 2, 3, 4)
     SELECT import_id AS id, kind, name, jsonb_object_agg(what, count) AS counts FROM summed GROUP BY 1, 2, 3`,
    [ids, [...new Set(ids.map((id) => id.slice(0, Math.max(0, id.indexOf('.')))))], hidden],
  );
  const tallies = new Map<string, { files: Map<string, number>; tables: Map<string, SomeCounts> }>();
  for (const { id, kind, name, counts } of rows) {
    const tally = tallies.get(id) ?? { files: new Map<string, number>(), tables: new Map<string, SomeCounts>() };
    tallies.set(id, tally);
    if (kind === 'file') tally.files.set(name, counts['rows'] ?? 0);
    if (kind === 'table') tally.tables.set(name, counts);
  }
  return tallies;
}
