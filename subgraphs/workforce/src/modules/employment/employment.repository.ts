import type { Db } from '@mainstay/subgraph-kit';
import type { Staff } from '../../record/staff-record-row.ts';
import type { EmploymentRow } from './employment.entity.ts';
import type { EmploymentFact } from './employment.internal.ts';
import { employmentStore } from './employment.store.ts';

const present = `${employmentStore.select} WHERE superseded_at IS NULL AND NOT is_withdrawn`;

/** The employments with these ids. */
export function findEmploymentsById(db: Db, ids: readonly string[]): Promise<EmploymentRow[]> {
  const laCodes = [...new Set(ids.map((id) => id.split('.', 1)[0] ?? ''))];
  return db.query(`${present} AND la_code = ANY ($1) AND id = ANY ($2)`, [laCodes, [...ids]]);
}

/** These workers' employments that last, are over or will begin; newest first. */
export function findEmploymentsOfWorkers(db: Db, workerIds: readonly string[]): Promise<EmploymentRow[]> {
  return db.query(`${present} AND worker_id = ANY ($1) ORDER BY started_on DESC, id`, [[...workerIds]]);
}

/** The employments of these workers with one employer, whichever authority's children they are for; oldest first. */
export function findEmploymentsWith(
  db: Db,
  { employerKind, employerId }: Pick<Staff, 'employerKind' | 'employerId'>,
  workerIds: readonly string[],
): Promise<EmploymentRow[]> {
  return db.query(
    `${present} AND employer_kind = $1 AND employer_id = $2 AND worker_id = ANY ($3) ORDER BY started_on, id`,
    [employerKind, employerId, [...workerIds]],
  );
}

/** The employments in these posts, employees and partners first. */
export function findEmploymentsInPosts(db: Db, postIds: readonly string[]): Promise<EmploymentRow[]> {
  return db.query(
    `${present} AND post_id = ANY ($1)
      ORDER BY array_position(ARRAY['EMPLOYEE', 'PARTNER', 'STUDENT', 'AGENCY'], engagement), started_on, id`,
    [[...postIds]],
  );
}

/** Where those who serve an authority worked and when; by worker, the oldest first. */
export function findEmploymentFacts(db: Db, laCode: string): Promise<EmploymentFact[]> {
  return db.query(
    `SELECT worker_id AS "workerId", employer_kind AS "employerKind", employer_id AS "employerId",
            started_on::text AS "from", ended_on::text AS "until"
       FROM present_employment WHERE la_code = $1 ORDER BY worker_id, started_on, id`,
    [laCode],
  );
}

/** Makes whoever else writes about this employer's staff wait until this transaction ends. */
export async function holdStaff(db: Db, { laCode, employerId }: Pick<Staff, 'laCode' | 'employerId'>): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`employment:${laCode}:${employerId}`]);
}
