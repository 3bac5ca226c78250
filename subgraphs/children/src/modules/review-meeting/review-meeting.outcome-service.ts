import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { ForbiddenError } from '@mainstay/subgraph-kit';
import { RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, presentRecord } from '../../record/change-record.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { requireRecorder, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { ReviewConcernEntity, ReviewConcernStage, ReviewDecisionEntity } from './review-meeting.outcome-entity.ts';
import { reviewConcernStore, reviewDecisionStore } from './review-meeting.store.ts';

/** What became of a decision: `ReportReviewDecisionInput` of the graph. */
export interface ReportReviewDecisionInput {
  readonly id: string;
  readonly version: number;
  readonly status: ReviewDecisionEntity['status'];
  readonly doneOn?: string | null;
  readonly note?: string | null;
}

/** What an IRO is concerned about: `RaiseReviewConcernInput` of the graph. */
export interface RaiseReviewConcernInput extends RecordingInput {
  readonly text: string;
  readonly answerBy: string;
}

/** What is said to it: `AnswerReviewConcernInput` of the graph. */
export interface AnswerReviewConcernInput {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly stage?: ReviewConcernStage | null;
  readonly answerBy?: string | null;
  readonly isResolved?: boolean | null;
}

const SHORTEST_CONCERN = 10;
const LONGEST_CONCERN = 10_000;
const LONGEST_NOTE = 2_000;
const STAGES: readonly ReviewConcernStage[] = ['TEAM', 'AUTHORITY', 'DIRECTOR', 'CAFCASS'];
const REPORTED: Readonly<Record<ReviewDecisionEntity['status'], string>> = {
  OPEN: 'It is to be done again.',
  DONE: 'It was done.',
  NOT_DONE: 'It will not be done.',
};

/**
 * Says what became of a decision of a review.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `presentRecord`.
 */
export async function reportReviewDecision(
  input: ReportReviewDecisionInput,
  context: Context,
): Promise<ReviewDecisionEntity> {
  const { clock, loaders } = context;
  const present = await presentRecord(context, reviewDecisionStore, input.id);
  const { version, status } = input;
  const child = await loaders.children.load(present.childId);
  const today = clock.today();
  const doneOn =
    status === 'DONE'
      ? dayOfFact('doneOn', input.doneOn ?? '', { child: child ?? { dateOfBirth: today }, today })
      : null;
  const note = textOf('note', input.note ?? '', { shortest: status === 'NOT_DONE' ? 3 : 0, longest: LONGEST_NOTE });
  const changes = { status, doneOn, note: note || null };
  return changeRecord(context, reviewDecisionStore, { present, version, reason: REPORTED[status] }, changes);
}

/**
 * Raises a concern.
 *
 * @throws ForbiddenError unless the viewer is an IRO; RecordFault: see `orFailure`; what `saveRecord` throws.
 */
export async function raiseReviewConcern(
  input: RaiseReviewConcernInput,
  context: Context,
): Promise<ReviewConcernEntity> {
  const { viewer, clock } = context;
  requireRecorder(viewer, reviewConcernStore.alsoRecordedBy);
  if (viewer.role !== 'la-iro') throw new ForbiddenError('Only the child’s IRO raises a concern.');
  return saveRecord(context, reviewConcernStore, input, {
    text: textOf('text', input.text, { shortest: SHORTEST_CONCERN, longest: LONGEST_CONCERN }),
    stage: 'TEAM',
    answerBy: dayToCome(input.answerBy, clock.today()),
    answer: null,
    answeredBy: null,
    isResolved: false,
    raisedBy: viewer.subject,
    raisedAt: clock.now(),
  });
}

/**
 * Answers a concern, or as the IRO takes it higher or for resolved.
 *
 * @throws ForbiddenError when somebody else than the IRO takes it higher or for resolved; RecordFault, RecordChanged: see
 * `orFailure`; what `presentRecord` throws.
 */
export async function answerReviewConcern(
  input: AnswerReviewConcernInput,
  context: Context,
): Promise<ReviewConcernEntity> {
  const { viewer, clock } = context;
  const present = await presentRecord(context, reviewConcernStore, input.id);
  if (present.isResolved) throw new RecordFault('id', 'The concern is resolved. A new one can be raised.');
  const { version, stage, answerBy, isResolved } = input;
  const text = textOf('text', input.text, { shortest: 3, longest: LONGEST_NOTE });
  if (viewer.role !== 'la-iro') {
    if (stage || answerBy || isResolved) {
      throw new ForbiddenError('Only the IRO takes a concern higher or for resolved.');
    }
    const changes = { answer: text, answeredBy: viewer.subject };
    return changeRecord(context, reviewConcernStore, { present, version, reason: 'It was answered.' }, changes);
  }
  const step = { present, version, reason: text };
  if (isResolved) return changeRecord(context, reviewConcernStore, step, { isResolved: true });
  if (!stage || STAGES.indexOf(stage) <= STAGES.indexOf(present.stage)) {
    throw new RecordFault('stage', 'Say how high it goes, which is higher than now, or that it is resolved.');
  }
  const higher = { stage, answerBy: dayToCome(answerBy ?? '', clock.today()), answer: null, answeredBy: null };
  return changeRecord(context, reviewConcernStore, step, higher);
}

function dayToCome(day: string, today: PlainDate): PlainDate {
  if (!isPlainDate(day) || day <= today) throw new RecordFault('answerBy', 'Enter a day after today.');
  return day;
}
