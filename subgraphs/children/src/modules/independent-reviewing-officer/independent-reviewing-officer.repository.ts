import { randomUUID } from 'node:crypto';
import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';

/** Who reviews a child on a day. */
export interface ReviewingOfficer {
  readonly childId: string;
  readonly officerId: string;
}

/** An appointment for several children of one authority. */
export interface Appointment {
  readonly laCode: string;
  readonly childIds: readonly string[];
  readonly officerId: string;
  readonly from: PlainDate;
  readonly by: string;
  readonly at: Date;
}

/** The officers of these children on a day. */
export function findOfficers(db: Db, childIds: readonly string[], on: PlainDate): Promise<ReviewingOfficer[]> {
  return db.query<ReviewingOfficer>(
    `SELECT child_id AS "childId", officer_id AS "officerId" FROM independent_reviewing_officer
     WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND superseded_at IS NULL
       AND started_on <= $3::date AND (ended_on IS NULL OR ended_on >= $3::date)`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds, on],
  );
}

/** Makes every other appointment of the authority wait until this transaction ends. */
export async function holdAppointmentsOf(db: Db, laCode: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('reviewing-officer:' || $1, 0))`, [laCode]);
}

/** Puts an appointment on record: those before it end the day before, those that begin later are no more. */
export async function insertAppointment(db: Db, appointment: Appointment): Promise<void> {
  const { laCode, childIds, officerId, from, by, at } = appointment;
  const of = 'la_code = $1 AND child_id = ANY ($2::text[]) AND superseded_at IS NULL';
  await db.query(`UPDATE independent_reviewing_officer SET superseded_at = $4 WHERE ${of} AND started_on >= $3::date`, [
    laCode,
    childIds,
    from,
    at,
  ]);
  await db.query(
    `UPDATE independent_reviewing_officer SET ended_on = $3::date - 1
     WHERE ${of} AND started_on < $3::date AND (ended_on IS NULL OR ended_on >= $3::date)`,
    [laCode, childIds, from],
  );
  await db.query(
    `INSERT INTO independent_reviewing_officer (la_code, child_id, id, officer_id, started_on, appointed_by, appointed_at)
     SELECT $1, child_id, id, $4, $5::date, $6, $7 FROM unnest($2::text[], $3::text[]) AS appointed (child_id, id)`,
    [laCode, childIds, childIds.map(() => randomUUID()), officerId, from, by, at],
  );
}
