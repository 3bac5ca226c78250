import { randomUUID } from 'node:crypto';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { ChildNameEntity } from './child-name.entity.ts';

/** A child's present name, as read for the graph. */
export type ChildNameRow = Pick<ChildNameEntity, 'childId' | 'givenNames' | 'familyName'>;

/** The present names of these children. */
export function findNames(db: Db, childIds: readonly string[]): Promise<ChildNameRow[]> {
  return db.query<ChildNameRow>(
    `SELECT child_id AS "childId", given_names AS "givenNames", family_name AS "familyName" FROM child_name
     WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND superseded_at IS NULL`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds],
  );
}

/** Makes every other recording of the child's name wait until this transaction ends. */
export async function holdName(db: Db, childId: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('child-name:' || $1, 0))`, [childId]);
}

/** Puts a name in the place of the present one, which stays on record. */
export async function replaceName(
  db: Db,
  name: ChildNameRow & { readonly recordedBy: string; readonly recordedAt: Date },
): Promise<void> {
  const key = [laCodeOfChild(name.childId), name.childId];
  await db.query(
    'UPDATE child_name SET superseded_at = $3 WHERE la_code = $1 AND child_id = $2 AND superseded_at IS NULL',
    [...key, name.recordedAt],
  );
  await db.query(
    `INSERT INTO child_name (la_code, child_id, id, given_names, family_name, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [...key, randomUUID(), name.givenNames, name.familyName, name.recordedBy, name.recordedAt],
  );
}
