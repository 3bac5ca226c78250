import type { PlainDate } from '@mainstay/primitives';
import { versionColumns, type VersionRow } from '@mainstay/subgraph-kit/record';
import { EntitySchema } from 'typeorm';

/** Where a registration stands; the values of the GraphQL enum `RegistrationStatus`. */
export const registrationStatuses = ['REGISTERED', 'LAPSED', 'SUSPENDED', 'REMOVED'] as const;

/** One of `registrationStatuses`. */
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** One version of a row of `registration`. */
export interface RegistrationRow extends VersionRow {
  /** The worker's id, which is the registration number. */
  workerId: string;
  /** As it was recorded; whether it has lapsed since is for the clock to say (`registration.status.ts`). */
  status: RegistrationStatus;
  /** The day from which the status holds; null where it has held since the first registration. */
  statusSince: PlainDate | null;
  registeredOn: PlainDate;
  /** The last day it holds unless it is renewed. */
  expiresOn: PlainDate;
}

/**
 * What one authority's managers and its practices' have recorded of a worker's registration with the workforce regulator,
 * Social Work England: one of each worker.
 */
export const RegistrationEntity = new EntitySchema<RegistrationRow>({
  name: 'Registration',
  tableName: 'registration',
  columns: {
    ...versionColumns('registration'),
    workerId: { name: 'worker_id', type: 'text' },
    status: { name: 'status', type: 'text' },
    statusSince: { name: 'status_since', type: 'date', nullable: true },
    registeredOn: { name: 'registered_on', type: 'date' },
    expiresOn: { name: 'expires_on', type: 'date' },
  },
  indices: [
    { name: 'uq_registration_present', columns: ['laCode', 'id'], unique: true, where: 'superseded_at IS NULL' },
    {
      name: 'uq_registration_entry',
      columns: ['laCode', 'recordedBy', 'entryKey'],
      unique: true,
      where: 'entry_key IS NOT NULL',
    },
    {
      name: 'uq_registration_worker',
      columns: ['workerId', 'laCode'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
  ],
  checks: [
    { name: 'ck_registration_id', expression: `id = la_code || '.registration-' || worker_id` },
    { name: 'ck_registration_corrected', expression: '(version = 1) = (reason IS NULL)' },
    {
      name: 'ck_registration_status',
      expression: `status IN (${registrationStatuses.map((status) => `'${status}'`).join(', ')})`,
    },
    { name: 'ck_registration_dates', expression: 'expires_on >= registered_on' },
    { name: 'ck_registration_status_since', expression: 'status_since IS NULL OR status_since >= registered_on' },
  ],
  foreignKeys: [
    {
      name: 'fk_registration_worker',
      target: 'Worker',
      columnNames: ['laCode', 'workerId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});
