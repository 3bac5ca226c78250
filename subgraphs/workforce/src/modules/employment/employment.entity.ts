import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';
import {
  censusRoles,
  employmentSources,
  engagements,
  leaverDestinations,
  oneOfSql,
  reasonsForLeaving,
  startOrigins,
  workerRoles,
  type CensusRole,
  type EmploymentSource,
  type Engagement,
  type LeaverDestination,
  type ReasonForLeaving,
  type StartOrigin,
  type WorkerRole,
} from './employment.codes.ts';

export { workerRoles, type Engagement, type WorkerRole } from './employment.codes.ts';

/** Who can employ a worker. */
export type EmployerKind = 'local-authority' | 'practice';

/** An authority or a practice as an employer. */
export interface EmployerKey {
  readonly employerKind: EmployerKind;
  /** The ONS code of the authority, or the practice's id. */
  readonly employerId: string;
}

/** One version of a row of `employment`. Readers other than the store read the view `present_employment`. */
export interface EmploymentRow extends StaffRecordRow {
  workerId: string;
  role: WorkerRole;
  fullTimeEquivalent: number;
  engagement: Engagement;
  /** The post that is held or covered; null for none. */
  postId: string | null;
  /** Null for those who are no social workers, and where it is not recorded. */
  censusRole: CensusRole | null;
  startedOn: PlainDate;
  /** The last day, which still belongs to it; null while it lasts. */
  endedOn: PlainDate | null;
  startOrigin: StartOrigin | null;
  leaverDestination: LeaverDestination | null;
  reasonForLeaving: ReasonForLeaving | null;
  /** The transfer of staff it began by; null for none. */
  beganByTransfer: string | null;
  /** The transfer of staff it ended by; null for none. */
  endedByTransfer: string | null;
  source: EmploymentSource;
}

const keys = staffRecordKeys('employment');

/**
 * A worker's time with an authority or with a practice that serves it, in one role, post and whole-time equivalent.
 *
 * `la_code` is the authority whose children it is for: a practice that serves two authorities records each with one of
 * them, so that nothing is counted twice. The view `present_employment` holds the present versions that were not taken
 * back, and says `is_agency`.
 */
export const EmploymentEntity = new EntitySchema<EmploymentRow>({
  name: 'Employment',
  tableName: 'employment',
  columns: {
    ...staffRecordColumns('employment'),
    workerId: { name: 'worker_id', type: 'text' },
    role: { name: 'role', type: 'text' },
    fullTimeEquivalent: { name: 'full_time_equivalent', type: 'double precision' },
    engagement: { name: 'engagement', type: 'text' },
    postId: { name: 'post_id', type: 'text', nullable: true },
    censusRole: { name: 'census_role', type: 'text', nullable: true },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    startOrigin: { name: 'start_origin', type: 'text', nullable: true },
    leaverDestination: { name: 'leaver_destination', type: 'text', nullable: true },
    reasonForLeaving: { name: 'reason_for_leaving', type: 'text', nullable: true },
    beganByTransfer: { name: 'began_by_transfer', type: 'text', nullable: true },
    endedByTransfer: { name: 'ended_by_transfer', type: 'text', nullable: true },
    source: { name: 'source', type: 'text' },
  },
  indices: [
    ...keys.indices,
    { name: 'ix_employment_la_code_worker_id', columns: ['laCode', 'workerId'], where: 'superseded_at IS NULL' },
    { name: 'ix_employment_la_code_employer_id', columns: ['laCode', 'employerId'], where: 'superseded_at IS NULL' },
    { name: 'ix_employment_post_id', columns: ['postId'], where: 'superseded_at IS NULL AND post_id IS NOT NULL' },
  ],
  checks: [
    ...keys.checks,
    { name: 'ck_employment_role', expression: oneOfSql('role', workerRoles) },
    { name: 'ck_employment_engagement', expression: oneOfSql('engagement', engagements) },
    { name: 'ck_employment_student', expression: `(role = 'STUDENT') = (engagement = 'STUDENT')` },
    { name: 'ck_employment_census_role', expression: oneOfSql('census_role', censusRoles) },
    { name: 'ck_employment_start_origin', expression: oneOfSql('start_origin', startOrigins) },
    { name: 'ck_employment_leaver_destination', expression: oneOfSql('leaver_destination', leaverDestinations) },
    { name: 'ck_employment_reason_for_leaving', expression: oneOfSql('reason_for_leaving', reasonsForLeaving) },
    { name: 'ck_employment_source', expression: oneOfSql('source', employmentSources) },
    {
      name: 'ck_employment_full_time_equivalent',
      expression: 'full_time_equivalent > 0 AND full_time_equivalent <= 1',
    },
    { name: 'ck_employment_dates', expression: 'ended_on IS NULL OR ended_on >= started_on' },
  ],
  foreignKeys: [
    {
      name: 'fk_employment_worker',
      target: 'Worker',
      columnNames: ['laCode', 'workerId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});
