import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';

/** Who supervises: `SupervisedBy` of the graph. */
export const supervisedBy = ['MANAGER', 'EXTERNAL_CONSULTANT', 'PEERS'] as const;

/** One of `supervisedBy`. */
export type SupervisedBy = (typeof supervisedBy)[number];

/** A session of supervision of one worker: held, or cancelled. */
export interface SupervisionRow extends StaffRecordRow {
  workerId: string;
  /** The day it was held, or was to be held. */
  heldOn: PlainDate;
  ledBy: SupervisedBy;
  /** The regulator's number of the supervisor; null for one who has none, and for a group of peers. */
  supervisorId: string | null;
  isHeld: boolean;
  cancelledReason: string | null;
  minutes: number | null;
  minutesNotKnown: string | null;
  didDiscussCases: boolean | null;
  discussedCasesNotKnown: string | null;
  agreedActions: string | null;
}

export const SupervisionEntity = new EntitySchema<SupervisionRow>({
  name: 'Supervision',
  tableName: 'supervision',
  columns: {
    ...staffRecordColumns('supervision'),
    workerId: { name: 'worker_id', type: 'text' },
    heldOn: { name: 'held_on', type: 'date' },
    ledBy: { name: 'led_by', type: 'text' },
    supervisorId: { name: 'supervisor_id', type: 'text', nullable: true },
    isHeld: { name: 'is_held', type: 'boolean' },
    cancelledReason: { name: 'cancelled_reason', type: 'text', nullable: true },
    minutes: { name: 'minutes', type: 'integer', nullable: true },
    minutesNotKnown: { name: 'minutes_not_known', type: 'text', nullable: true },
    didDiscussCases: { name: 'did_discuss_cases', type: 'boolean', nullable: true },
    discussedCasesNotKnown: { name: 'discussed_cases_not_known', type: 'text', nullable: true },
    agreedActions: { name: 'agreed_actions', type: 'text', nullable: true },
  },
  checks: [
    ...staffRecordKeys('supervision').checks,
    {
      name: 'ck_supervision_led_by',
      expression: `led_by IN (${supervisedBy.map((by) => `'${by}'`).join(', ')})`,
    },
    { name: 'ck_supervision_cancelled', expression: 'is_held = (cancelled_reason IS NULL)' },
  ],
  indices: [
    ...staffRecordKeys('supervision').indices,
    { name: 'ix_supervision_worker', columns: ['workerId', 'heldOn'], where: 'superseded_at IS NULL' },
  ],
});
