import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/**
 * Time in which a child was looked after without a break. Series of short-term breaks (legal status V3 or V4) are no
 * part of it: nearly every published indicator leaves them out.
 */
export interface PeriodOfCareEntity extends AccessColumns {
  laCode: string;
  childId: string;
  startedOn: PlainDate;
  /** False when the first episode on record says that the child was looked after before it. */
  isStartKnown: boolean;
  /** The day it ceased; null while it lasts. Never before `startedOn`. */
  endedOn: PlainDate | null;
}

export const periodOfCareEntity = new EntitySchema<PeriodOfCareEntity>({
  name: 'PeriodOfCare',
  tableName: 'period_of_care',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_period_of_care' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_period_of_care' },
    startedOn: { name: 'started_on', type: 'date', primary: true, primaryKeyConstraintName: 'pk_period_of_care' },
    isStartKnown: { name: 'is_start_known', type: 'boolean' },
    endedOn: { name: 'ended_on', type: 'date', nullable: true },
    ...accessColumns,
  },
  checks: [{ name: 'ck_period_of_care_ends_after_start', expression: 'ended_on >= started_on' }],
});
