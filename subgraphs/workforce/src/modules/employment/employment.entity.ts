import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';

/** Who can employ a worker. */
export type EmployerKind = 'local-authority' | 'practice';

/** An authority or a practice as an employer. */
export interface EmployerKey {
  readonly employerKind: EmployerKind;
  /** The ONS code of the authority, or the practice's id. */
  readonly employerId: string;
}

/** What a worker does; the values of the GraphQL enum `WorkerRole`. */
export const workerRoles = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'PRACTICE_MANAGER',
  'PERSONAL_ADVISER',
  'PLACEMENT_WORKER',
  'ADMINISTRATOR',
] as const;

/** One of `workerRoles`. */
export type WorkerRole = (typeof workerRoles)[number];

/** One row of `employment`. */
export interface EmploymentRow extends EmployerKey {
  readonly laCode: string;
  /** Begins with the authority's code. */
  readonly id: string;
  readonly workerId: string;
  readonly role: WorkerRole;
  readonly fullTimeEquivalent: number;
  readonly isAgency: boolean;
  readonly startedOn: PlainDate;
  /** The last day, which still belongs to the post; null while it is held. */
  readonly endedOn: PlainDate | null;
}

/**
 * A post held by a worker, with an authority or with a practice that serves it.
 *
 * `la_code` is the authority whose children the post is for: a practice that serves two authorities records each post with
 * one of them, so that no post is counted twice.
 */
export const EmploymentEntity = new EntitySchema<EmploymentRow & { readonly recordedAt: Date }>({
  name: 'Employment',
  tableName: 'employment',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_employment' },
    id: { name: 'id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_employment' },
    workerId: { name: 'worker_id', type: 'text' },
    employerKind: { name: 'employer_kind', type: 'text' },
    employerId: { name: 'employer_id', type: 'text' },
    role: { name: 'role', type: 'text' },
    fullTimeEquivalent: { name: 'full_time_equivalent', type: 'double precision' },
    isAgency: { name: 'is_agency', type: 'boolean' },
    startedOn: { name: 'started_on', type: 'date' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
  },
  indices: [
    { name: 'ix_employment_la_code_worker_id', columns: ['laCode', 'workerId'] },
    { name: 'ix_employment_la_code_employer_id', columns: ['laCode', 'employerId'] },
    { name: 'ix_employment_employer_id', columns: ['employerId'] },
  ],
  checks: [
    { name: 'ck_employment_id', expression: `starts_with(id, la_code || '.')` },
    {
      name: 'ck_employment_employer',
      expression: `employer_kind = 'practice' OR (employer_kind = 'local-authority' AND employer_id = la_code)`,
    },
    { name: 'ck_employment_role', expression: `role IN (${workerRoles.map((role) => `'${role}'`).join(', ')})` },
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
