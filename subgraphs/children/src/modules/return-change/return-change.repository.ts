import type { Db } from '@mainstay/subgraph-kit';
import type { ReturnChangeEntity } from './return-change.entity.ts';

/** A recorded change, as read for the graph. */
export type ReturnChangeRow = Omit<ReturnChangeEntity, 'entryKey'>;

/** The columns of a `ReturnChangeRow`. */
export const returnChangeColumns = `la_code AS "laCode", child_id AS "childId", id, kind, part, day,
  collection_years AS "collectionYears", reason, recorded_by AS "recordedBy", recorded_at AS "recordedAt"`;

/** The change that the same person recorded under this key; null when there is none. */
export async function findChangeByKey(
  db: Db,
  { laCode, by, key }: { laCode: string; by: string; key: string },
): Promise<ReturnChangeRow | null> {
  const [found] = await db.query<ReturnChangeRow>(
    `SELECT ${returnChangeColumns} FROM return_change WHERE la_code = $1 AND recorded_by = $2 AND entry_key = $3`,
    [laCode, by, key],
  );
  return found ?? null;
}

/** Puts a change on record. */
export async function insertChange(db: Db, change: ReturnChangeEntity): Promise<void> {
  await db.query(
    `INSERT INTO return_change (la_code, child_id, id, kind, part, day, collection_years, reason, recorded_by,
       recorded_at, entry_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      change.laCode,
      change.childId,
      change.id,
      change.kind,
      change.part,
      change.day,
      change.collectionYears,
      change.reason,
      change.recordedBy,
      change.recordedAt,
      change.entryKey,
    ],
  );
}

/** The version of a child's history; null when no child goes by the number. */
export async function findHistoryVersion(
  db: Db,
  { laCode, id }: { laCode: string; id: string },
): Promise<string | null> {
  const [found] = await db.query<{ version: string }>(
    'SELECT history_version AS version FROM child WHERE la_code = $1 AND id = $2',
    [laCode, id],
  );
  return found?.version ?? null;
}
