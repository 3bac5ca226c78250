import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Something a review decided, that somebody does by a day. */
export interface ReviewDecisionEntity extends RecordedRow {
  meetingId: string;
  /** Its place among what the review decided, from 1. */
  position: number;
  what: string;
  who: string;
  dueOn: PlainDate;
  status: 'OPEN' | 'DONE' | 'NOT_DONE';
  doneOn: PlainDate | null;
  note: string | null;
}

export const reviewDecisionEntity = new EntitySchema<ReviewDecisionEntity>({
  name: 'ReviewDecision',
  tableName: 'review_meeting_decision',
  columns: {
    ...recordedColumns('review_meeting_decision'),
    meetingId: { name: 'meeting_id', type: 'text' },
    position: { name: 'position', type: 'integer' },
    what: { name: 'what', type: 'text' },
    who: { name: 'who', type: 'text' },
    dueOn: { name: 'due_on', type: 'date' },
    status: { name: 'status', type: 'text' },
    doneOn: { name: 'done_on', type: 'date', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('review_meeting_decision'),
});

/** How high a concern has gone: `ReviewConcernStage` of the graph. */
export type ReviewConcernStage = 'TEAM' | 'AUTHORITY' | 'DIRECTOR' | 'CAFCASS';

/** A concern of the IRO about how a child's case is handled. @see SI 2010/959, regulation 45 */
export interface ReviewConcernEntity extends RecordedRow {
  text: string;
  stage: ReviewConcernStage;
  answerBy: PlainDate;
  answer: string | null;
  answeredBy: string | null;
  isResolved: boolean;
  raisedBy: string;
  raisedAt: Date;
}

export const reviewConcernEntity = new EntitySchema<ReviewConcernEntity>({
  name: 'ReviewConcern',
  tableName: 'review_meeting_concern',
  columns: {
    ...recordedColumns('review_meeting_concern'),
    text: { name: 'text', type: 'text' },
    stage: { name: 'stage', type: 'text' },
    answerBy: { name: 'answer_by', type: 'date' },
    answer: { name: 'answer', type: 'text', nullable: true },
    answeredBy: { name: 'answered_by', type: 'text', nullable: true },
    isResolved: { name: 'is_resolved', type: 'boolean' },
    raisedBy: { name: 'raised_by', type: 'text' },
    raisedAt: { name: 'raised_at', type: 'timestamptz' },
  },
  ...recordedKeys('review_meeting_concern'),
});
