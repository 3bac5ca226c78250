import { childId, type Db } from '@mainstay/subgraph-kit';
import { rowKey } from '../modules/return-903/return-903.difference.ts';
import { replaceHistories } from './child-history.repository.ts';
import { findLives } from './child-life.repository.ts';
import { deriveChildHistory } from './derive-child-history.ts';
import type { RowChange } from './row-change.ts';

/** Rows of one child's returns to write, and the recorded change they come of. */
export interface RowsToWrite {
  readonly laCode: string;
  readonly localId: string;
  readonly changes: readonly RowChange[];
  /** Id of the `ReturnChange`. */
  readonly changeId: string;
  /** The instant from which they are believed: later than any before, see `nextInstant`. */
  readonly at: Date;
}

/**
 * Writes rows of a child's returns that were recorded in the platform, and works the child's history out again, in the
 * transaction of `db`: either all of it comes to be, or nothing. Whoever calls it holds the authority's returns
 * (`holdReturnsOf`) and has the rights of the platform (`asPlatform`).
 *
 * A year whose return never came does not become one that was imported: that a child is not in it ends nothing.
 */
export async function changeReturnRows(db: Db, write: RowsToWrite): Promise<void> {
  const { laCode, localId, changes, at } = write;
  await supersedeRows(db, write);
  await insertRecordedRows(db, write);
  await countRows(db, laCode, { changes, at });
  const [life] = await findLives(db, { laCode, localIds: [localId] });
  if (!life) throw new Error('A child has no life, not even an empty one.');
  const history = deriveChildHistory({ ...life, recordedAt: at });
  await replaceHistories(db, { laCode, histories: [{ localId, history, recordedAt: at }], at });
}

/**
 * An instant after everything that is believed of an authority's returns and of its children, so that "as we knew it"
 * never has two answers for one instant.
 */
export async function nextInstant(db: Db, laCode: string, now: Date): Promise<Date> {
  const [last] = await db.query<{ tables: Date | null; children: string | null }>(
    `SELECT (SELECT max(changed_at) FROM return_table WHERE la_code = $1) AS tables,
       (SELECT max(history_version) FROM child WHERE la_code = $1) AS children`,
    [laCode],
  );
  return new Date(Math.max(now.getTime(), (last?.tables?.getTime() ?? 0) + 1, Number(last?.children ?? 0) + 1));
}

async function supersedeRows(db: Db, { laCode, changes, changeId, at }: RowsToWrite): Promise<void> {
  const gone = changes.flatMap(({ before }) => before ?? []);
  if (gone.length === 0) return;
  await db.query(
    `UPDATE return_row SET superseded_at = $2, superseded_by = $3
     FROM unnest($4::text[], $5::integer[]) AS gone (import_id, ordinal)
     WHERE la_code = $1 AND return_row.import_id = gone.import_id AND return_row.ordinal = gone.ordinal`,
    [laCode, at, changeId, gone.map(({ importId }) => importId), gone.map(({ ordinal }) => ordinal)],
  );
}

/** Rows of files have their place in the file; no file has as many. */
const AFTER_ALL_FILES = 1_000_000_000;

async function insertRecordedRows(db: Db, { laCode, localId, changes, changeId, at }: RowsToWrite): Promise<void> {
  const added = changes.flatMap(({ year, table, before, after }) =>
    after ? [{ year, table, before, cells: after }] : [],
  );
  if (added.length === 0) return;
  // A corrected row keeps its place in the table; one that is added comes after all others, those of files included.
  await db.query(
    `INSERT INTO return_row (la_code, import_id, ordinal, collection_year, table_name, row_hash, position,
       child_local_id, child_id, cells, file_name, recorded_at, is_recorded)
     SELECT $1, $2, row.ordinal - 1, row.year, row.name, row.key, coalesce(row.position, (
         SELECT greatest(max(held.position), $11) + row.ordinal FROM return_row AS held
         WHERE held.la_code = $1 AND held.collection_year = row.year AND held.table_name = row.name
           AND held.is_recorded AND held.superseded_at IS NULL
       )), $3, $4, string_to_array(row.cells, E'\\x1f'), '', $5, true
     FROM unnest($6::integer[], $7::text[], $8::bytea[], $9::integer[], $10::text[])
       WITH ORDINALITY AS row (year, name, key, position, cells, ordinal)`,
    [
      laCode,
      changeId,
      localId,
      childId(laCode, localId),
      at,
      added.map(({ year }) => year),
      added.map(({ table }) => table),
      added.map(({ cells }) => `\\x${rowKey(cells)}`),
      added.map(({ before }) => before?.position ?? null),
      added.map(({ cells }) => cells.join('\u001f')),
      Math.max(AFTER_ALL_FILES, ...changes.map(({ before }) => before?.position ?? 0)),
    ],
  );
}

/** Tables that were imported keep count of their rows; others are not held to have been. */
async function countRows(
  db: Db,
  laCode: string,
  { changes, at }: { changes: readonly RowChange[]; at: Date },
): Promise<void> {
  const counted = [...Map.groupBy(changes, ({ year, table }) => `${year} ${table}`).values()];
  await db.query(
    `UPDATE return_table AS held SET row_count = held.row_count + changed.more, changed_at = $2
     FROM unnest($3::integer[], $4::text[], $5::integer[]) AS changed (year, name, more)
     WHERE held.la_code = $1 AND held.collection_year = changed.year AND held.table_name = changed.name`,
    [
      laCode,
      at,
      counted.map(([first]) => first?.year),
      counted.map(([first]) => first?.table),
      counted.map((group) => group.reduce((sum, { before, after }) => sum + (after ? 1 : 0) - (before ? 1 : 0), 0)),
    ],
  );
}
