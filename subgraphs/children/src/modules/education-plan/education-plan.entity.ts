import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/**
 * A personal education plan as a meeting agreed it. @see Care Planning, Placement and Case Review (England)
 * Regulations 2010, regulation 5
 */
export interface EducationPlanEntity extends RecordedRow {
  /** The day of the meeting. */
  heldOn: PlainDate;
  /** The day by which it is to be looked at again; null when none was set. */
  nextDueOn: PlainDate | null;
  /** Whether the child took part. */
  isChildTakingPart: boolean | null;
  tookPartNotKnown: string | null;
  /** What was agreed. */
  targets: string;
}

export const educationPlanEntity = new EntitySchema<EducationPlanEntity>({
  name: 'EducationPlan',
  tableName: 'education_plan',
  columns: {
    ...recordedColumns('education_plan'),
    heldOn: { name: 'held_on', type: 'date' },
    nextDueOn: { name: 'next_due_on', type: 'date', nullable: true },
    isChildTakingPart: { name: 'is_child_taking_part', type: 'boolean', nullable: true },
    tookPartNotKnown: { name: 'took_part_not_known', type: 'text', nullable: true },
    targets: { name: 'targets', type: 'text' },
  },
  ...recordedKeys('education_plan'),
});
