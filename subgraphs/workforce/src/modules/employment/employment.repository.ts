import type { Db } from '@mainstay/subgraph-kit';
import type { EmploymentRow } from './employment.entity.ts';
import type { EmploymentFact } from './employment.internal.ts';

const columns = `la_code AS "laCode", id, worker_id AS "workerId", employer_kind AS "employerKind",
  employer_id AS "employerId", role, full_time_equivalent AS "fullTimeEquivalent", is_agency AS "isAgency",
  started_on::text AS "startedOn", ended_on::text AS "endedOn"`;

/** The posts with these ids. */
export function findEmploymentsById(db: Db, ids: readonly string[]): Promise<EmploymentRow[]> {
  const laCodes = [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
  return db.query(`SELECT ${columns} FROM employment WHERE la_code = ANY ($1) AND id = ANY ($2)`, [laCodes, [...ids]]);
}

/** The posts these workers hold, held or will hold, newest first. */
export function findEmploymentsOfWorkers(db: Db, workerIds: readonly string[]): Promise<EmploymentRow[]> {
  return db.query(`SELECT ${columns} FROM employment WHERE worker_id = ANY ($1) ORDER BY started_on DESC, id`, [
    [...workerIds],
  ]);
}

/** Where those who serve an authority worked and when; by worker, the oldest post first. */
export function findEmploymentFacts(db: Db, laCode: string): Promise<EmploymentFact[]> {
  return db.query(
    `SELECT worker_id AS "workerId", employer_kind AS "employerKind", employer_id AS "employerId",
            started_on::text AS "from", ended_on::text AS "until"
       FROM employment WHERE la_code = $1 ORDER BY worker_id, started_on, id`,
    [laCode],
  );
}
