import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';

/** What a worker did to learn: `TrainingKind` of the graph. */
export const trainingKinds = [
  'COURSE',
  'CONFERENCE',
  'QUALIFICATION',
  'INDUCTION',
  'SHADOWING',
  'READING',
  'REFLECTION',
  'TEACHING',
  'OTHER',
] as const;

/** One of `trainingKinds`. */
export type TrainingKind = (typeof trainingKinds)[number];

/** Something a worker did to learn. */
export interface TrainingRow extends StaffRecordRow {
  workerId: string;
  /** The day, or the last of several. */
  doneOn: PlainDate;
  title: string;
  kind: TrainingKind;
  provider: string | null;
  hours: number;
  isPostRegistrationLearning: boolean;
  isDiscussedWithPeer: boolean;
}

export const TrainingEntity = new EntitySchema<TrainingRow>({
  name: 'Training',
  tableName: 'training',
  columns: {
    ...staffRecordColumns('training'),
    workerId: { name: 'worker_id', type: 'text' },
    doneOn: { name: 'done_on', type: 'date' },
    title: { name: 'title', type: 'text' },
    kind: { name: 'kind', type: 'text' },
    provider: { name: 'provider', type: 'text', nullable: true },
    hours: { name: 'hours', type: 'double precision' },
    isPostRegistrationLearning: { name: 'is_post_registration_learning', type: 'boolean' },
    isDiscussedWithPeer: { name: 'is_discussed_with_peer', type: 'boolean' },
  },
  checks: [
    ...staffRecordKeys('training').checks,
    { name: 'ck_training_kind', expression: `kind IN (${trainingKinds.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'ck_training_hours', expression: 'hours > 0' },
  ],
  indices: [
    ...staffRecordKeys('training').indices,
    { name: 'ix_training_worker', columns: ['workerId', 'doneOn'], where: 'superseded_at IS NULL' },
  ],
});
