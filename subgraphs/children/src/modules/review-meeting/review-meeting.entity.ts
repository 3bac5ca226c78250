import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import type { NotKnownReason } from '@mainstay/subgraph-kit/record';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';
import type { CareParty } from '../care-plan/care-plan.entity.ts';
import type { ReviewContribution } from './review-meeting.participation.ts';

/** Where a review stands: `ReviewMeetingStatus` of the graph. */
export type ReviewMeetingStatus = 'PLANNED' | 'HELD' | 'CANCELLED';

/** Whom a review is held with, or without. */
export interface ReviewInvitation {
  readonly party: CareParty;
  readonly who: string | null;
  readonly isInvited: boolean;
  readonly notInvitedReason: string | null;
  readonly attended: boolean | null;
}

/** A report asked for before a review. */
export interface ReviewReport {
  readonly name: string;
  readonly askedOn: PlainDate;
  readonly receivedOn: PlainDate | null;
}

/** What somebody said before a review. */
export interface ReviewView {
  readonly party: CareParty;
  readonly text: string | null;
  readonly notKnown: NotKnownReason | null;
}

/** What is prepared of a review. */
export interface PreparedReview {
  plannedFor: PlainDate;
  place: string | null;
  invitations: readonly ReviewInvitation[];
  reports: readonly ReviewReport[];
  views: readonly ReviewView[];
  /** The day of the IRO's talk with the child; null when there was none, or none is recorded. */
  discussedOn: PlainDate | null;
  /** What was said in it, or why there was none; null when none is recorded. */
  discussion: string | null;
}

/** What is recorded of a review that was held; all null before. */
export interface HeldReview {
  heldOn: PlainDate | null;
  /** Subject of the IRO who chaired it. */
  chairedBy: string | null;
  childAttended: boolean | null;
  contribution: ReviewContribution | null;
  /** `REVIEW_CODE` of the SSDA903 return. */
  participation: string | null;
  isPlanRight: boolean | null;
  planRightNotKnown: NotKnownReason | null;
  planNote: string | null;
  nextReviewBy: PlainDate | null;
  minutes: string | null;
}

/** A review of a child's case, prepared, held or called off. @see SI 2010/959, regulations 32 to 38 */
export interface ReviewMeetingEntity extends RecordedRow, PreparedReview, HeldReview {
  status: ReviewMeetingStatus;
  cancelledReason: string | null;
}

const HELD = `status = 'HELD'`;

export const reviewMeetingEntity = new EntitySchema<ReviewMeetingEntity>({
  name: 'ReviewMeeting',
  tableName: 'review_meeting',
  columns: {
    ...recordedColumns('review_meeting'),
    status: { name: 'status', type: 'text' },
    plannedFor: { name: 'planned_for', type: 'date' },
    place: { name: 'place', type: 'text', nullable: true },
    invitations: { name: 'invitations', type: 'jsonb' },
    reports: { name: 'reports', type: 'jsonb' },
    views: { name: 'views', type: 'jsonb' },
    discussedOn: { name: 'discussed_on', type: 'date', nullable: true },
    discussion: { name: 'discussion', type: 'text', nullable: true },
    heldOn: { name: 'held_on', type: 'date', nullable: true },
    chairedBy: { name: 'chaired_by', type: 'text', nullable: true },
    childAttended: { name: 'child_attended', type: 'boolean', nullable: true },
    contribution: { name: 'contribution', type: 'text', nullable: true },
    participation: { name: 'participation', type: 'text', nullable: true },
    isPlanRight: { name: 'is_plan_right', type: 'boolean', nullable: true },
    planRightNotKnown: { name: 'plan_right_not_known', type: 'text', nullable: true },
    planNote: { name: 'plan_note', type: 'text', nullable: true },
    nextReviewBy: { name: 'next_review_by', type: 'date', nullable: true },
    minutes: { name: 'minutes', type: 'text', nullable: true },
    cancelledReason: { name: 'cancelled_reason', type: 'text', nullable: true },
  },
  checks: [
    ...recordedKeys('review_meeting').checks,
    {
      name: 'ck_review_meeting_held',
      expression: `(${HELD}) = (held_on IS NOT NULL AND participation IS NOT NULL AND chaired_by IS NOT NULL)`,
    },
  ],
  indices: [
    ...recordedKeys('review_meeting').indices,
    {
      name: 'uq_review_meeting_day',
      columns: ['laCode', 'childId', 'heldOn'],
      unique: true,
      where: `superseded_at IS NULL AND ${HELD} AND NOT is_withdrawn`,
    },
  ],
});
