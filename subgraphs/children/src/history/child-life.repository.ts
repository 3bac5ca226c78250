import { isTableName, type TableName } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import { findReturnTables } from '../modules/return-903/return-903.repository.ts';
import type { ChildLife, HeldReturnRow } from './child-life.ts';

/** The tables of each year that were imported, as `ChildLife` has them. */
export async function findLoadedYears(db: Db, laCode: string): Promise<Map<TableName, number[]>> {
  return byTable(await findReturnTables(db, laCode));
}

/** The same, as they were at an instant. */
export async function findLoadedYearsAt(
  db: Db,
  laCodes: readonly string[],
  at: Date,
): Promise<Map<string, Map<TableName, number[]>>> {
  const tables = await db.query<{ laCode: string; tableName: string; collectionYear: number }>(
    `SELECT la_code AS "laCode", table_name AS "tableName", collection_year AS "collectionYear" FROM return_table
     WHERE la_code = ANY ($1::text[]) AND loaded_at <= $2`,
    [laCodes, at],
  );
  const byAuthority = Map.groupBy(tables, ({ laCode }) => laCode);
  return new Map([...byAuthority].map(([laCode, held]) => [laCode, byTable(held)]));
}

function byTable(tables: readonly { tableName: string; collectionYear: number }[]): Map<TableName, number[]> {
  const years = new Map<TableName, number[]>();
  for (const { tableName, collectionYear } of tables) {
    if (isTableName(tableName)) years.set(tableName, [...(years.get(tableName) ?? []), collectionYear]);
  }
  return years;
}

/** Which children of an authority. */
export interface LivesWanted {
  readonly laCode: string;
  readonly localIds: readonly string[];
}

/** Everything that is held of some children of an authority, in the order asked for. One who is not known has no rows. */
export async function findLives(db: Db, { laCode, localIds }: LivesWanted): Promise<ChildLife[]> {
  const loadedYears = await findLoadedYears(db, laCode);
  const rows = await db.query<FoundRow>(
    `SELECT ${rowColumns} FROM return_row WHERE la_code = $1 AND child_local_id = ANY ($2::text[]) AND superseded_at IS NULL
     ORDER BY collection_year, table_name, position`,
    [laCode, localIds],
  );
  const byChild = Map.groupBy(rows, ({ localId }) => localId);
  return localIds.map((localId) => ({ laCode, localId, loadedYears, rows: rowsByTable(byChild.get(localId) ?? []) }));
}

/** A row of a return as a statement finds it. */
export interface FoundRow extends Omit<HeldReturnRow, 'cells' | 'table'> {
  readonly localId: string;
  readonly table: string;
  readonly cells: string;
}

/** The columns of a `FoundRow`. */
export const rowColumns = `child_local_id AS "localId", table_name AS "table", collection_year AS year, position,
  array_to_string(cells, E'\\x1f') AS cells, import_id AS "importId", ordinal, is_recorded AS "isRecorded",
  recorded_at AS "recordedAt"`;

/** Rows of one child by table. */
export function rowsByTable(found: readonly FoundRow[]): Map<TableName, HeldReturnRow[]> {
  const rows = new Map<TableName, HeldReturnRow[]>();
  for (const { table, cells, localId: _, ...row } of found) {
    if (!isTableName(table)) continue;
    const held = rows.get(table) ?? [];
    held.push({ ...row, table, cells: cells.split('\u001f') });
    rows.set(table, held);
  }
  return rows;
}
