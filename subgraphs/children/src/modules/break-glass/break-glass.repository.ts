import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { BreakGlassEntity, BreakGlassReviewEntity } from './break-glass.entity.ts';

/** A review, as read for the graph. */
export type BreakGlassReviewRow = Pick<BreakGlassReviewEntity, 'reviewedBy' | 'finding' | 'note'> & {
  /** ISO instant. */
  readonly reviewedAt: string | Date;
};

/** A broken glass with its end and its review, as read for the graph. */
export interface BreakGlassRow extends Omit<BreakGlassEntity, 'brokenByRole' | 'practiceId' | 'endsAt'> {
  /** The first instant at which it is over. */
  readonly until: Date;
  readonly review: BreakGlassReviewRow | null;
}

/** The most glasses that are listed. */
const MOST_LISTED = 500;

const glasses = `
  SELECT g.la_code AS "laCode", g.id, g.child_id AS "childId", g.child_local_id AS "childLocalId", g.reason,
    g.broken_by AS "brokenBy", g.broken_at AS "brokenAt", coalesce(e.ended_at, g.ends_at) AS until,
    CASE WHEN r.break_glass_id IS NOT NULL THEN json_build_object(
      'reviewedBy', r.reviewed_by, 'reviewedAt', r.reviewed_at, 'finding', r.finding, 'note', r.note) END AS review
  FROM break_glass g
  LEFT JOIN break_glass_end e ON e.la_code = g.la_code AND e.break_glass_id = g.id
  LEFT JOIN break_glass_review r ON r.la_code = g.la_code AND r.break_glass_id = g.id`;

/** The broken glasses with these ids. */
export function findBreakGlasses(db: Db, ids: readonly string[]): Promise<BreakGlassRow[]> {
  return db.query<BreakGlassRow>(`${glasses} WHERE g.la_code = ANY ($1::text[]) AND g.id = ANY ($2::text[])`, [
    [...new Set(ids.map(laCodeOfChild))],
    ids,
  ]);
}

/** The glasses broken for children of an authority, newest first. */
export function findBreakGlassesOf(db: Db, laCode: string): Promise<BreakGlassRow[]> {
  return db.query<BreakGlassRow>(
    `${glasses} WHERE g.la_code = $1 ORDER BY g.broken_at DESC, g.id LIMIT ${MOST_LISTED}`,
    [laCode],
  );
}

/** The glasses somebody has broken since an instant, newest first. */
export function findBreakGlassesBy(
  db: Db,
  asked: { readonly laCodes: readonly string[]; readonly subject: string; readonly since: Date },
): Promise<BreakGlassRow[]> {
  return db.query<BreakGlassRow>(
    `${glasses} WHERE g.la_code = ANY ($1::text[]) AND g.broken_by = $2 AND g.broken_at > $3
     ORDER BY g.broken_at DESC, g.id`,
    [asked.laCodes, asked.subject, asked.since],
  );
}

/**
 * The child of an authority with this number of the authority's own, whoever may see it. For the platform itself: the
 * viewer is told whether there is one, and can then break the glass.
 */
export async function findChildOfNumber(
  db: Db,
  { laCode, localId }: { readonly laCode: string; readonly localId: string },
): Promise<{ readonly id: string; readonly localId: string } | null> {
  const [found] = await db.query<{ id: string; localId: string }>(
    `SELECT id, local_id AS "localId" FROM child WHERE la_code = $1 AND local_id = ANY ($2::text[])
     ORDER BY local_id = $3 DESC LIMIT 1`,
    [laCode, [localId, localId.toUpperCase()], localId],
  );
  return found ?? null;
}

/** Puts a broken glass on record. */
export async function insertBreakGlass(db: Db, glass: BreakGlassEntity): Promise<void> {
  await db.query(
    `INSERT INTO break_glass (la_code, id, child_id, child_local_id, reason, broken_by, broken_by_role, practice_id,
       broken_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      glass.laCode,
      glass.id,
      glass.childId,
      glass.childLocalId,
      glass.reason,
      glass.brokenBy,
      glass.brokenByRole,
      glass.practiceId,
      glass.brokenAt,
      glass.endsAt,
    ],
  );
}

/** Ends a glass that has not been ended; the first end stands. */
export async function insertEnd(
  db: Db,
  { laCode, id, childId }: Pick<BreakGlassRow, 'laCode' | 'id' | 'childId'>,
  end: { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `INSERT INTO break_glass_end (la_code, break_glass_id, child_id, ended_by, ended_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (la_code, break_glass_id) DO NOTHING`,
    [laCode, id, childId, end.by, end.at],
  );
}

/** Puts a review on record. False when there is one already: the first stands. */
export async function insertReview(
  db: Db,
  { laCode, id, childId, brokenBy }: Pick<BreakGlassRow, 'laCode' | 'id' | 'childId' | 'brokenBy'>,
  review: BreakGlassReviewRow,
): Promise<boolean> {
  const added = await db.query(
    `INSERT INTO break_glass_review (la_code, break_glass_id, child_id, broken_by, reviewed_by, reviewed_at, finding, note)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (la_code, break_glass_id) DO NOTHING RETURNING break_glass_id`,
    [laCode, id, childId, brokenBy, review.reviewedBy, review.reviewedAt, review.finding, review.note],
  );
  return added.length > 0;
}
