import { randomUUID } from 'node:crypto';
import type { Db } from '@mainstay/subgraph-kit';

/** A change of the sample of an inspection. */
export interface SampleChange {
  readonly laCode: string;
  readonly inspectionId: string;
  readonly childIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** The children in the sample of an inspection. */
export async function findSample(db: Db, inspectionId: string, laCode: string): Promise<string[]> {
  const rows = await db.query<{ childId: string }>(
    `SELECT child_id AS "childId" FROM inspection_sample
     WHERE la_code = $1 AND inspection_id = $2 AND removed_at IS NULL`,
    [laCode, inspectionId],
  );
  return rows.map(({ childId }) => childId);
}

/** Adds children to the sample; answers those who were not in it. */
export async function insertSample(db: Db, change: SampleChange): Promise<string[]> {
  const rows = await db.query<{ childId: string }>(
    `INSERT INTO inspection_sample (la_code, inspection_id, id, child_id, sampled_at, sampled_by)
     SELECT $1, $2, id, child_id, $5, $6 FROM unnest($3::text[], $4::text[]) AS sampled (id, child_id)
     ON CONFLICT (la_code, inspection_id, child_id) WHERE removed_at IS NULL DO NOTHING
     RETURNING child_id AS "childId"`,
    [
      change.laCode,
      change.inspectionId,
      change.childIds.map(() => randomUUID()),
      change.childIds,
      change.at,
      change.by,
    ],
  );
  return rows.map(({ childId }) => childId);
}

/** Takes children from the sample; answers those who were in it. */
export async function updateRemoved(db: Db, change: SampleChange): Promise<string[]> {
  const rows = await db.query<{ childId: string }>(
    `UPDATE inspection_sample SET removed_at = $4, removed_by = $5
     WHERE la_code = $1 AND inspection_id = $2 AND child_id = ANY ($3::text[]) AND removed_at IS NULL
     RETURNING child_id AS "childId"`,
    [change.laCode, change.inspectionId, change.childIds, change.at, change.by],
  );
  return rows.map(({ childId }) => childId);
}
