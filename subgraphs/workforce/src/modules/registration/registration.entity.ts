import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';

/** Where a registration stands; the values of the GraphQL enum `RegistrationStatus`. */
export const registrationStatuses = ['REGISTERED', 'LAPSED', 'SUSPENDED', 'REMOVED'] as const;

/** One of `registrationStatuses`. */
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** One row of `registration`. */
export interface RegistrationRow {
  readonly laCode: string;
  /** The worker's id, which is the registration number. */
  readonly workerId: string;
  /** As it was recorded; whether it has lapsed since is for the clock to say (`registration.status.ts`). */
  readonly status: RegistrationStatus;
  readonly registeredOn: PlainDate;
  /** The last day it holds unless it is renewed. */
  readonly expiresOn: PlainDate;
}

/** What one authority recorded of a worker's registration with the workforce regulator, Social Work England. */
export const RegistrationEntity = new EntitySchema<RegistrationRow & { readonly recordedAt: Date }>({
  name: 'Registration',
  tableName: 'registration',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_registration' },
    workerId: { name: 'worker_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_registration' },
    status: { name: 'status', type: 'text' },
    registeredOn: { name: 'registered_on', type: 'date' },
    expiresOn: { name: 'expires_on', type: 'date' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    {
      name: 'ck_registration_status',
      expression: `status IN (${registrationStatuses.map((status) => `'${status}'`).join(', ')})`,
    },
    { name: 'ck_registration_dates', expression: 'expires_on >= registered_on' },
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
