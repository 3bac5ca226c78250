import type { Db } from '@mainstay/subgraph-kit';
import type { HeldRow } from './return-903.difference.ts';
import type { ReturnKey } from './return-903.repository.ts';

/** A row of a return as it is held, with the cells of one that was recorded in the platform. */
export interface HeldOrRecorded extends HeldRow {
  /** Null for a row that was imported. */
  readonly recordedCells: string | null;
}

/** The rows of a return's tables as they are held now; of imported ones without their cells. */
export function findHeldRows(
  db: Db,
  { laCode, year }: ReturnKey,
  tables: readonly string[],
): Promise<HeldOrRecorded[]> {
  return db.query(
    `SELECT table_name AS "table", encode(row_hash, 'hex') AS key, child_local_id AS "childLocalId", position,
       import_id AS "importId", ordinal,
       CASE WHEN is_recorded THEN array_to_string(cells, E'\\x1f') END AS "recordedCells"
     FROM return_row
     WHERE la_code = $1 AND collection_year = $2 AND table_name = ANY ($3) AND superseded_at IS NULL`,
    [laCode, year, tables],
  );
}

/** A row that a recorded change took out of a return. */
export interface TakenOutRow {
  readonly table: string;
  readonly key: string;
}

/**
 * The rows of a return's tables that recorded changes took out, and that no import has brought back since with the word
 * that its files win.
 */
export function findTakenOut(db: Db, { laCode, year }: ReturnKey, tables: readonly string[]): Promise<TakenOutRow[]> {
  return db.query(
    `SELECT DISTINCT gone.table_name AS "table", encode(gone.row_hash, 'hex') AS key
     FROM return_change AS change
     JOIN return_row AS gone ON gone.la_code = change.la_code AND gone.child_id = change.child_id
       AND gone.superseded_by = change.id AND gone.superseded_at IS NOT NULL
     WHERE change.la_code = $1 AND gone.collection_year = $2 AND gone.table_name = ANY ($3)
       AND NOT EXISTS (SELECT FROM return_row AS later WHERE ${LATER} AND later.superseded_at IS NULL)
       AND NOT EXISTS (
         SELECT FROM return_row AS later
         WHERE ${LATER} AND later.child_id = gone.child_id AND later.superseded_at IS NOT NULL
       )`,
    [laCode, year, tables],
  );
}

/** SQL: the same row, brought back after it was taken out. */
const LATER = `later.la_code = gone.la_code AND later.collection_year = gone.collection_year
  AND later.table_name = gone.table_name AND later.row_hash = gone.row_hash
  AND later.recorded_at >= gone.superseded_at`;

/** The authority's own numbers of children of whom anything was recorded in the platform, of whatever year. */
export async function findChildrenRecorded(db: Db, laCode: string): Promise<Set<string>> {
  const rows = await db.query<{ localId: string }>(
    `SELECT DISTINCT child_local_id AS "localId" FROM return_row
     WHERE la_code = $1 AND is_recorded AND superseded_at IS NULL`,
    [laCode],
  );
  return new Set(rows.map(({ localId }) => localId));
}
