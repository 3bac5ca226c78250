import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';

/** A day on which a review of a child is, planned or held, and the entry that says so; null when a return does. */
export interface ReviewDay {
  readonly day: PlainDate;
  readonly id: string | null;
}

/** The days of a child's reviews: those planned and held, and those of the returns. */
export function findReviewDays(db: Db, childId: string): Promise<ReviewDay[]> {
  return db.query<ReviewDay>(
    `SELECT coalesce(held_on, planned_for) AS day, id FROM review_meeting
     WHERE la_code = $1 AND child_id = $2 AND superseded_at IS NULL AND NOT is_withdrawn AND status <> 'CANCELLED'
     UNION ALL SELECT held_on, NULL FROM review WHERE la_code = $1 AND child_id = $2`,
    [laCodeOfChild(childId), childId],
  );
}

/** The first day on which a child was ever in care as far as is known, and whether the child was on another day. */
export async function findCare(
  db: Db,
  childId: string,
  on: PlainDate,
): Promise<{ readonly firstDay: PlainDate | null; readonly isInCare: boolean }> {
  const [found] = await db.query<{ firstDay: PlainDate | null; isInCare: boolean | null }>(
    `SELECT min(started_on) AS "firstDay",
       bool_or(started_on <= $3::date AND (ended_on IS NULL OR ended_on >= $3::date)) AS "isInCare"
     FROM period_of_care WHERE la_code = $1 AND child_id = $2`,
    [laCodeOfChild(childId), childId, on],
  );
  return { firstDay: found?.firstDay ?? null, isInCare: found?.isInCare ?? false };
}

/** True when a return of some year names the child. Asked as the platform: returns are not shown to those who record. */
export async function isInReturns(platform: Db, { laCode, id }: { laCode: string; id: string }): Promise<boolean> {
  const rows = await platform.query(
    `SELECT FROM return_row WHERE la_code = $1 AND child_id = $2 AND table_name = 'Header' AND superseded_at IS NULL
     LIMIT 1`,
    [laCode, id],
  );
  return rows.length > 0;
}

/** The officer who reviewed a child's case on a day; null when nobody was appointed. */
export async function findOfficerOn(db: Db, childId: string, on: PlainDate): Promise<string | null> {
  const [found] = await db.query<{ officerId: string }>(
    `SELECT officer_id AS "officerId" FROM independent_reviewing_officer
     WHERE la_code = $1 AND child_id = $2 AND superseded_at IS NULL
       AND started_on <= $3::date AND (ended_on IS NULL OR ended_on >= $3::date)`,
    [laCodeOfChild(childId), childId, on],
  );
  return found?.officerId ?? null;
}
