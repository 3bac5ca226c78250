import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/** Time in which a child had one legal status, whatever happened to the placement. Derived from the episodes. */
export interface LegalStatusPeriodEntity extends AccessColumns {
  laCode: string;
  childId: string;
  startedOn: PlainDate;
  /** The day it ended; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
  /** `LS`. */
  legalStatus: string;
}

export const legalStatusPeriodEntity = new EntitySchema<LegalStatusPeriodEntity>({
  name: 'LegalStatusPeriod',
  tableName: 'legal_status_period',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_legal_status_period' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_legal_status_period' },
    startedOn: { name: 'started_on', type: 'date', primary: true, primaryKeyConstraintName: 'pk_legal_status_period' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    legalStatus: { name: 'legal_status', type: 'text' },
    ...accessColumns,
  },
  checks: [{ name: 'ck_legal_status_period_ends_after_start', expression: 'ended_on >= started_on' }],
});
