import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { changeRecord, holdChild, presentRecord } from '../../record/change-record.ts';
import { RecordFault } from '../../record/record-failure.ts';
import type { Correcting } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { HeldReview, ReviewMeetingEntity } from './review-meeting.entity.ts';
import { nothingPrepared, prepared, type PreparationInput } from './review-meeting.preparation.ts';
import { findReviewDays } from './review-meeting.repository.ts';
import { reviewMeetingStore } from './review-meeting.store.ts';

/** What is prepared: `PrepareReviewInput` of the graph. */
export interface PrepareReviewInput extends RecordingInput, PreparationInput {
  readonly plannedFor?: string | null;
}

/** What is recorded of a review that was not held. */
export const notHeld: HeldReview = {
  heldOn: null,
  chairedBy: null,
  childAttended: null,
  contribution: null,
  participation: null,
  isPlanRight: null,
  planRightNotKnown: null,
  planNote: null,
  nextReviewBy: null,
  minutes: null,
};

/**
 * Prepares a review, or changes what is prepared.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function prepareReview(input: PrepareReviewInput, context: Context): Promise<ReviewMeetingEntity> {
  const { db, clock } = context;
  const { part, alsoRecordedBy } = reviewMeetingStore;
  const child = await recordableChild(context, input.childId, part, alsoRecordedBy);
  await holdChild(db, child.id, 'review');
  const again = input.correcting ? null : await recordedAgain(context, input, child);
  if (again) return again;
  const before = input.correcting ? await plannedReview(context, input.correcting, child.id) : null;
  const preparation = prepared(before ?? nothingPrepared, input, clock.today());
  const plannedFor = input.plannedFor ?? before?.plannedFor ?? null;
  if (plannedFor === null) throw new RecordFault('plannedFor', 'Choose the day of the review.');
  if (plannedFor !== before?.plannedFor) {
    if (!isPlainDate(plannedFor)) throw new RecordFault('plannedFor', 'Enter a day that exists.');
    if (plannedFor < clock.today()) {
      throw new RecordFault('plannedFor', 'The day has passed. Record the review as held, or choose a day to come.');
    }
    await checkOnlyReview(context, {
      childId: child.id,
      day: plannedFor,
      id: before?.id ?? null,
      field: 'plannedFor',
    });
  }
  const facts = { ...preparation, plannedFor: plannedFor as PlainDate };
  if (before && input.correcting) {
    const { version, reason } = input.correcting;
    return changeRecord(context, reviewMeetingStore, { present: before, version, reason }, facts);
  }
  const planned = { ...facts, ...notHeld, status: 'PLANNED', cancelledReason: null } as const;
  return saveRecord(context, reviewMeetingStore, input, planned);
}

/**
 * Calls a prepared review off.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `presentRecord`.
 */
export async function cancelReview(correcting: Correcting, context: Context): Promise<ReviewMeetingEntity> {
  const present = await presentRecord(context, reviewMeetingStore, correcting.id);
  if (present.status !== 'PLANNED') throw new RecordFault('id', 'Only a review that is prepared can be called off.');
  const { version, reason } = correcting;
  const changes = { status: 'CANCELLED', cancelledReason: reason.trim() } as const;
  return changeRecord(context, reviewMeetingStore, { present, version, reason }, changes);
}

/** The review that was recorded under the same key by the viewer before; null when there is none. */
export async function recordedAgain(
  { db, viewer }: Context,
  { key }: RecordingInput,
  child: ChildRow,
): Promise<ReviewMeetingEntity | null> {
  const again = await reviewMeetingStore.findByEntryKey(db, child.laCode, { by: viewer.subject, entryKey: key });
  return again?.childId === child.id ? again : null;
}

/**
 * A day on which no other review of the child is.
 *
 * @throws RecordFault when there is one.
 */
export async function checkOnlyReview(
  { db }: Context,
  { childId, day, id, field }: { childId: string; day: PlainDate; id: string | null; field: string },
): Promise<void> {
  const days = await findReviewDays(db, childId);
  if (days.some((other) => other.day === day && (other.id === null || other.id !== id))) {
    throw new RecordFault(field, 'There is a review of this child on that day already. Open that one.');
  }
}

async function plannedReview(context: Context, { id }: Correcting, childId: string): Promise<ReviewMeetingEntity> {
  const present = await presentRecord(context, reviewMeetingStore, id);
  if (present.childId !== childId) throw new NotFoundError('There is no such entry of this child.');
  if (present.status !== 'PLANNED') {
    throw new RecordFault('correcting.id', 'The review was held or called off. Correct its record instead.');
  }
  return present;
}
