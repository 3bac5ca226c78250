import { isTableName, type TableName } from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import type { ReturnedRow } from '../../history/child-returns.ts';
import { idsOfChildren } from '../../history/ids-of-children.ts';
import { insertRows } from '../../history/insert-rows.ts';
import type { ReturnTableEntity } from './return-903.entity.ts';
import type { PlacedRow, ReturnDifference } from './return-903.difference.ts';

/** Which return: one authority's of one collection year. */
export interface ReturnKey {
  readonly laCode: string;
  readonly year: number;
}

/** The tables that are held of an authority's returns, newest year first. */
export function findReturnTables(db: Db, laCode: string): Promise<ReturnTableEntity[]> {
  return db.query(
    `SELECT la_code AS "laCode", collection_year AS "collectionYear", table_name AS "tableName",
       row_count AS "rowCount", loaded_at AS "loadedAt", changed_at AS "changedAt"
     FROM return_table WHERE la_code = $1 ORDER BY collection_year DESC, table_name`,
    [laCode],
  );
}

/**
 * The tables held of an authority's returns, newest year first, as one is told of them from whom some children are
 * hidden: their rows are not counted, and a table that holds no others is not there.
 */
export async function findReturnTablesInSight(
  db: Db,
  laCode: string,
  hidden: readonly string[],
): Promise<ReturnTableEntity[]> {
  const tables = await findReturnTables(db, laCode);
  if (hidden.length === 0) return tables;
  const counts = await db.query<{ year: number; table: string; rows: number }>(
    `SELECT collection_year AS year, table_name AS "table", count(*)::integer AS rows FROM return_row
     WHERE la_code = $1 AND superseded_at IS NULL AND child_id <> ALL ($2::text[])
     GROUP BY collection_year, table_name`,
    [laCode, hidden],
  );
  const byTable = new Map(counts.map(({ year, table, rows }) => [`${year} ${table}`, rows]));
  return tables.flatMap((table) => {
    const rowCount = byTable.get(`${table.collectionYear} ${table.tableName}`) ?? 0;
    return rowCount > 0 ? [{ ...table, rowCount }] : [];
  });
}

/** A row of a return as it is held. */
export interface HeldCells {
  readonly table: TableName;
  readonly file: string;
  /** Empty text when the row names no child. */
  readonly childId: string;
  /** True when it was recorded in the platform. */
  readonly isRecorded: boolean;
  readonly cells: string[];
}

/** Of which return cells are read, and without which children. */
export type CellsWanted = ReturnKey & { readonly hidden: readonly string[]; readonly isRecorded?: boolean };

/**
 * The cells of a return's rows as they are held now, in the order of the files they came in, but for those of hidden
 * children; with `isRecorded`, of those alone that were recorded in the platform.
 */
export async function findCells(
  db: Db,
  { laCode, year, hidden, isRecorded = false }: CellsWanted,
  tables: readonly string[],
): Promise<HeldCells[]> {
  const rows = await db.query<{ table: string; file: string; childId: string; isRecorded: boolean; cells: string }>(
    `SELECT table_name AS "table", file_name AS file, child_id AS "childId", is_recorded AS "isRecorded",
       array_to_string(cells, E'\\x1f') AS cells
     FROM return_row
     WHERE la_code = $1 AND collection_year = $2 AND table_name = ANY ($3) AND superseded_at IS NULL
       AND child_id <> ALL ($4::text[]) AND (is_recorded OR NOT $5)
     ORDER BY table_name, position`,
    [laCode, year, tables, hidden, isRecorded],
  );
  return rows.flatMap(({ table, cells, ...row }) =>
    isTableName(table) ? [{ ...row, table, cells: cells.split('\u001f') }] : [],
  );
}

/** How many rows of a return's tables are held, and how many of them were recorded in the platform. */
export async function countCells(
  db: Db,
  { laCode, year, hidden }: CellsWanted,
  tables: readonly string[],
): Promise<Map<string, { rows: number; rowsRecorded: number }>> {
  const counts = await db.query<{ table: string; rows: number; rowsRecorded: number }>(
    `SELECT table_name AS "table", count(*)::integer AS rows,
       (count(*) FILTER (WHERE is_recorded))::integer AS "rowsRecorded"
     FROM return_row
     WHERE la_code = $1 AND collection_year = $2 AND table_name = ANY ($3) AND superseded_at IS NULL
       AND child_id <> ALL ($4::text[])
     GROUP BY table_name`,
    [laCode, year, tables, hidden],
  );
  return new Map(counts.map(({ table, ...count }) => [table, count]));
}

/** One child's rows of all years, and when the newest of them was loaded. */
export interface RowsOfChild {
  readonly rows: Map<TableName, ReturnedRow[]>;
  recordedAt: Date;
}

/** The rows of all years of some children in some tables, by the authority's own number for the child. */
export async function findRowsOfChildren(
  db: Db,
  laCode: string,
  { localIds, tables }: { localIds: readonly string[]; tables: readonly TableName[] },
): Promise<Map<string, RowsOfChild>> {
  interface Row extends Omit<ReturnedRow, 'cells'> {
    readonly table: string;
    readonly localId: string;
    readonly cells: string;
    readonly recordedAt: Date;
  }
  const found = await db.query<Row>(
    `SELECT child_local_id AS "localId", table_name AS "table", collection_year AS year, position,
       array_to_string(cells, E'\\x1f') AS cells, recorded_at AS "recordedAt"
     FROM return_row
     WHERE la_code = $1 AND child_local_id = ANY ($2) AND table_name = ANY ($3) AND superseded_at IS NULL
     ORDER BY collection_year, table_name, position`,
    [laCode, localIds, tables],
  );
  const children = new Map<string, RowsOfChild>();
  for (const { localId, table, year, position, cells, recordedAt } of found) {
    if (!isTableName(table)) continue;
    const child = children.get(localId) ?? { rows: new Map<TableName, ReturnedRow[]>(), recordedAt };
    children.set(localId, child);
    if (recordedAt > child.recordedAt) child.recordedAt = recordedAt;
    const rows = child.rows.get(table);
    const row = { year, position, cells: cells.split('\u001f') };
    if (rows) rows.push(row);
    else child.rows.set(table, [row]);
  }
  return children;
}

/**
 * Writes what has changed of a return: rows superseded, rows that moved, and what is held. Its new rows are added by
 * `insertAdded`, after this and as they are wanted.
 */
export async function writeDifference(
  db: Db,
  { laCode, year }: ReturnKey,
  { difference, importId, at }: { difference: ReturnDifference; importId: string; at: Date },
): Promise<void> {
  const { removed, moved } = difference;
  if (removed.length > 0) {
    await db.query(
      `UPDATE return_row SET superseded_at = $2, superseded_by = $3
       FROM unnest($4::text[], $5::integer[]) AS gone (import_id, ordinal)
       WHERE la_code = $1 AND return_row.import_id = gone.import_id AND return_row.ordinal = gone.ordinal`,
      [laCode, at, importId, removed.map((row) => row.importId), removed.map((row) => row.ordinal)],
    );
  }
  if (moved.length > 0) {
    await db.query(
      `UPDATE return_row SET position = moved.position
       FROM unnest($2::text[], $3::integer[], $4::integer[]) AS moved (import_id, ordinal, position)
       WHERE la_code = $1 AND return_row.import_id = moved.import_id AND return_row.ordinal = moved.ordinal`,
      [
        laCode,
        moved.map(({ held }) => held.importId),
        moved.map(({ held }) => held.ordinal),
        moved.map((row) => row.position),
      ],
    );
  }
  await writeReturnTables(db, { laCode, year }, { difference, at });
}

/** A new row of a return with its number among the rows that its import brings. */
export type NumberedRow = PlacedRow & { readonly ordinal: number };

/** Adds new rows of a return. */
export async function insertAdded(
  db: Db,
  { laCode, year }: ReturnKey,
  { rows, importId, at }: { rows: readonly NumberedRow[]; importId: string; at: Date },
): Promise<void> {
  const idOf = idsOfChildren(laCode);
  await insertRows(db, 'return_row', {
    rows,
    columns: [
      { name: 'la_code', type: 'text', all: laCode },
      { name: 'import_id', type: 'text', all: importId },
      { name: 'ordinal', type: 'integer', value: (row) => row.ordinal },
      { name: 'collection_year', type: 'integer', all: year },
      { name: 'table_name', type: 'text', value: (row) => row.table },
      { name: 'row_hash', type: 'bytea', value: (row) => `\\x${row.key}` },
      { name: 'position', type: 'integer', value: (row) => row.position },
      { name: 'child_local_id', type: 'text', value: (row) => row.childLocalId },
      { name: 'child_id', type: 'text', value: (row) => idOf(row.childLocalId) },
      { name: 'cells', type: 'text', value: (row) => row.cells.join('\u001f') },
      { name: 'file_name', type: 'text', value: (row) => row.file },
      { name: 'recorded_at', type: 'timestamptz', all: at },
    ],
    from: {
      columns: `la_code, import_id, ordinal, collection_year, table_name, row_hash, position, child_local_id, child_id,
        cells, file_name, recorded_at`,
      select: `row.la_code, row.import_id, row.ordinal, row.collection_year, row.table_name, row.row_hash, row.position,
        row.child_local_id, row.child_id, string_to_array(row.cells, E'\\x1f'), row.file_name, row.recorded_at`,
    },
  });
}

async function writeReturnTables(
  db: Db,
  { laCode, year }: ReturnKey,
  { difference, at }: { difference: ReturnDifference; at: Date },
): Promise<void> {
  const isNew = (name: string): boolean => difference.newTables?.includes(name) ?? false;
  const changed = [...difference.tables].filter(([name, counts]) => counts.added + counts.removed > 0 || isNew(name));
  await db.query(
    `INSERT INTO return_table (la_code, collection_year, table_name, row_count, loaded_at, changed_at)
     SELECT $1, $2, t.name, t.rows, $3, $3 FROM unnest($4::text[], $5::integer[]) AS t (name, rows)
     ON CONFLICT (la_code, collection_year, table_name)
       DO UPDATE SET row_count = EXCLUDED.row_count, changed_at = EXCLUDED.changed_at`,
    [laCode, year, at, changed.map(([name]) => name), changed.map(([, counts]) => counts.held)],
  );
}

/**
 * The authority's own numbers of children with an episode or a social worker that is open: theirs is the history that a
 * newly loaded year can end by not naming them.
 */
export async function findChildrenWithOpenRecords(db: Db, laCode: string): Promise<string[]> {
  const rows = await db.query<{ localId: string }>(
    `SELECT local_id AS "localId" FROM child WHERE la_code = $1 AND id IN (
       SELECT child_id FROM episode WHERE la_code = $1 AND superseded_at IS NULL AND ended_on IS NULL
       UNION SELECT child_id FROM social_worker_episode WHERE la_code = $1 AND ended_on IS NULL)`,
    [laCode],
  );
  return rows.map(({ localId }) => localId);
}
