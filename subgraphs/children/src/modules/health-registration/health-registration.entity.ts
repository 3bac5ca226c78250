import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** A health service with which people register: `HealthService` of the graph. */
export type HealthService = 'GP' | 'DENTIST' | 'OPTICIAN';

/** Whether a child is registered with a doctor, dentist or optician, from a day on until the next of the kind. */
export interface HealthRegistrationEntity extends RecordedRow {
  /** With whom. */
  service: HealthService;
  /** Since when it is so. */
  asOf: PlainDate;
  /** Whether the child is registered. */
  isRegistered: boolean | null;
  registeredNotKnown: string | null;
  /** The name of the surgery or dental practice; null when the child is not registered. */
  providerName: string | null;
  /** Anything else that matters. */
  note: string | null;
}

export const healthRegistrationEntity = new EntitySchema<HealthRegistrationEntity>({
  name: 'HealthRegistration',
  tableName: 'health_registration',
  columns: {
    ...recordedColumns('health_registration'),
    service: { name: 'service', type: 'text' },
    asOf: { name: 'as_of', type: 'date' },
    isRegistered: { name: 'is_registered', type: 'boolean', nullable: true },
    registeredNotKnown: { name: 'registered_not_known', type: 'text', nullable: true },
    providerName: { name: 'provider_name', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('health_registration'),
});
