import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** What is provided for special educational needs: `SpecialProvision` of the graph. */
export type SpecialProvision = 'NONE' | 'SUPPORT' | 'BEING_ASSESSED' | 'PLAN';

/** A special educational need, as the school census names them: `SpecialNeed` of the graph. */
export type SpecialNeed =
  | 'SPECIFIC_LEARNING'
  | 'MODERATE_LEARNING'
  | 'SEVERE_LEARNING'
  | 'PROFOUND_LEARNING'
  | 'SOCIAL_EMOTIONAL_MENTAL_HEALTH'
  | 'SPEECH_LANGUAGE'
  | 'HEARING'
  | 'VISION'
  | 'MULTI_SENSORY'
  | 'PHYSICAL'
  | 'AUTISM'
  | 'OTHER'
  | 'NO_SPECIALIST_ASSESSMENT';

/**
 * Whether a child has special educational needs and what is provided, from a day on until the next entry. @see
 * Children and Families Act 2014, Part 3
 */
export interface SpecialEducationalNeedEntity extends RecordedRow {
  /** Since when it is so. */
  asOf: PlainDate;
  /** What is provided; null when that is not known. */
  provision: SpecialProvision | null;
  provisionNotKnown: string | null;
  /** The needs, the first one foremost; empty where there are none. */
  needs: readonly SpecialNeed[];
  /** The day on which the education, health and care plan was last reviewed; null where there is none. */
  planReviewedOn: PlainDate | null;
}

export const specialEducationalNeedEntity = new EntitySchema<SpecialEducationalNeedEntity>({
  name: 'SpecialEducationalNeed',
  tableName: 'special_educational_need',
  columns: {
    ...recordedColumns('special_educational_need'),
    asOf: { name: 'as_of', type: 'date' },
    provision: { name: 'provision', type: 'text', nullable: true },
    provisionNotKnown: { name: 'provision_not_known', type: 'text', nullable: true },
    needs: { name: 'needs', type: 'jsonb' },
    planReviewedOn: { name: 'plan_reviewed_on', type: 'date', nullable: true },
  },
  ...recordedKeys('special_educational_need'),
});
