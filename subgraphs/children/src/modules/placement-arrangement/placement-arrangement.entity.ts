import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** What of a placement decides how often the child must be visited there. @see SI 2010/959, regulations 19, 24 and 28 */
export interface PlacementArrangementEntity extends RecordedRow {
  /** The first day of the placement. */
  startedOn: PlainDate;
  /** Placed with a parent before the assessment was complete; null when it is not known. */
  isBeforeAssessment: boolean | null;
  beforeAssessmentNotKnown: string | null;
  /** With a connected person approved temporarily; null when it is not known. */
  isTemporarilyApproved: boolean | null;
  temporarilyApprovedNotKnown: string | null;
  /** The day the child agreed to fewer visits; null where the child did not. */
  fewerVisitsAgreedOn: PlainDate | null;
}

export const placementArrangementEntity = new EntitySchema<PlacementArrangementEntity>({
  name: 'PlacementArrangement',
  tableName: 'placement_arrangement',
  columns: {
    ...recordedColumns('placement_arrangement'),
    startedOn: { name: 'started_on', type: 'date' },
    isBeforeAssessment: { name: 'is_before_assessment', type: 'boolean', nullable: true },
    beforeAssessmentNotKnown: { name: 'before_assessment_not_known', type: 'text', nullable: true },
    isTemporarilyApproved: { name: 'is_temporarily_approved', type: 'boolean', nullable: true },
    temporarilyApprovedNotKnown: { name: 'temporarily_approved_not_known', type: 'text', nullable: true },
    fewerVisitsAgreedOn: { name: 'fewer_visits_agreed_on', type: 'date', nullable: true },
  },
  ...recordedKeys('placement_arrangement'),
});
