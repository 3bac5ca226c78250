import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../employment/employment.entity.ts';
import type { Staff } from '../../record/staff-record-row.ts';

/** The days of an absence; `itself` is the entry they are of, where it is on record. */
export interface AbsenceDays {
  readonly workerId: string;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly itself: string | null;
}

/** Makes whoever else records an absence of this worker wait until this transaction ends. */
export async function holdAbsencesOf(db: Db, { laCode, employerId }: Staff, workerId: string): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `absence:${laCode}:${employerId}:${workerId}`,
  ]);
}

/** True when some of the days belong to another absence of the worker from the same employer's work. */
export async function overlapsAnother(db: Db, { laCode, employerKind, employerId }: Staff, days: AbsenceDays) {
  const { workerId, startedOn, endedOn, itself } = days;
  const rows = await db.query(
    `SELECT 1 FROM absence
      WHERE la_code = $1 AND employer_kind = $2 AND employer_id = $3 AND worker_id = $4 AND superseded_at IS NULL
        AND NOT is_withdrawn AND started_on <= coalesce($6::date, 'infinity')
        AND coalesce(ended_on, 'infinity') >= $5::date AND id IS DISTINCT FROM $7
      LIMIT 1`,
    [laCode, employerKind, employerId, workerId, startedOn, endedOn, itself],
  );
  return rows.length > 0;
}

/** Days on which a worker was away from the work for an employer, whatever the cause. */
export interface DaysAway extends EmployerKey {
  readonly workerId: string;
  readonly from: PlainDate;
  /** The last day; null while the worker is away. */
  readonly until: PlainDate | null;
}

/** When the workers of employers were away, without what it was for; by worker, the first first. For figures. */
export function findDaysAway(
  figures: Db,
  employers: readonly EmployerKey[],
  laCodes: readonly string[] | null,
): Promise<DaysAway[]> {
  return figures.query(
    `SELECT employer_kind AS "employerKind", employer_id AS "employerId", worker_id AS "workerId",
            started_on AS "from", ended_on AS "until"
       FROM unnest($1::text[], $2::text[]) AS asked (employer_kind, employer_id)
       JOIN absence USING (employer_kind, employer_id)
      WHERE superseded_at IS NULL AND NOT is_withdrawn AND ($3::text[] IS NULL OR la_code = ANY ($3))
      ORDER BY worker_id, started_on`,
    [employers.map(({ employerKind }) => employerKind), employers.map(({ employerId }) => employerId), laCodes],
  );
}
