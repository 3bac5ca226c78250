import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { EmployerKey, WorkerRole } from '../employment/employment.entity.ts';

/** One unbroken time of service with one employer. */
export interface Service extends EmployerKey {
  /** The role in which it began. */
  readonly role: WorkerRole;
  readonly isAgency: boolean;
  readonly startedOn: PlainDate;
  /** The last day; null while it goes on. */
  readonly endedOn: PlainDate | null;
  /** True when the worker was transferred with the work: that is no leaving. */
  readonly isTransferred: boolean;
}

/** Whose service is asked for. */
export interface ServiceWanted extends EmployerKey {
  /** True for all employers whose staff serve the authority, instead of the authority alone. */
  readonly isOfAllEmployers: boolean;
  /** The period in which it began. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Keeps the employments that serve these authorities; null for all that row-level security shows. */
  readonly laCodes: readonly string[] | null;
}

/** Unbroken service that began in a period, students left out; in one statement. */
export function findService(db: Db, wanted: ServiceWanted): Promise<Service[]> {
  const { employerKind, employerId, isOfAllEmployers, from, to, laCodes } = wanted;
  return db.query(statement, [employerKind, employerId, isOfAllEmployers, from, to, laCodes]);
}

const statement = `
  WITH held AS (
    SELECT employer_kind, employer_id, worker_id, role, is_agency, started_on, ended_on, id,
           ended_by_transfer IS NOT NULL AS is_transferred
      FROM present_employment
     WHERE CASE WHEN $3::boolean THEN la_code = $2 ELSE employer_kind = $1 AND employer_id = $2 END
       AND ($6::text[] IS NULL OR la_code = ANY ($6)) AND engagement <> 'STUDENT'
  ),
  stepped AS (
    SELECT *, started_on > 1 + max(coalesce(ended_on, 'infinity'::date)) OVER (
             PARTITION BY employer_kind, employer_id, worker_id, is_agency ORDER BY started_on, id
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS follows_a_break
      FROM held
  ),
  run AS (
    SELECT *, count(*) FILTER (WHERE follows_a_break) OVER (
             PARTITION BY employer_kind, employer_id, worker_id, is_agency ORDER BY started_on, id) AS number
      FROM stepped
  )
  SELECT employer_kind AS "employerKind", employer_id AS "employerId", is_agency AS "isAgency",
         (array_agg(role ORDER BY started_on, id))[1] AS role, min(started_on)::text AS "startedOn",
         CASE WHEN bool_or(ended_on IS NULL) THEN NULL ELSE max(ended_on) END::text AS "endedOn",
         (array_agg(is_transferred ORDER BY coalesce(ended_on, 'infinity'::date) DESC, id))[1] AS "isTransferred"
    FROM run
   GROUP BY employer_kind, employer_id, worker_id, is_agency, number
  HAVING min(started_on) BETWEEN $4::date AND $5::date
   ORDER BY 5, 1, 2`;
