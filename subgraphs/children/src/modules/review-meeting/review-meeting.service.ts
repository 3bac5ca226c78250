import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import { type Correcting, RecordChanged, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, holdChild, presentRecord } from '../../record/change-record.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { HeldReview, ReviewMeetingEntity } from './review-meeting.entity.ts';
import { nothingPrepared, prepared, type PreparationInput } from './review-meeting.preparation.ts';
import { findReviewDays } from './review-meeting.repository.ts';
import { changeReturnedReview, type ReturnedReview } from './review-meeting.return.ts';
import { mayHold, reviewMeetingStore } from './review-meeting.store.ts';

const LONGEST_REASON = 2_000;

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
      field: 'plannedFor',
      id: before?.id ?? null,
      ownDay: null,
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
 * Calls a prepared review off, or takes back that one was held: it leaves the return too.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError when somebody else than the IRO or a manager of the
 * authority takes a held one back; NotFoundError: see `presentRecord`.
 */
export async function cancelReview(correcting: Correcting, context: Context): Promise<ReviewMeetingEntity> {
  const { id, version } = correcting;
  const { childId } = await presentRecord(context, reviewMeetingStore, id);
  await holdChild(context.db, childId, 'review');
  const present = await presentRecord(context, reviewMeetingStore, id);
  if (version !== present.version) throw new RecordChanged(present);
  if (present.status === 'CANCELLED') throw new RecordFault('id', 'This review was called off already.');
  if (present.status === 'HELD' && !mayHold(context.viewer)) {
    throw new ForbiddenError('Only the IRO and managers of the authority take back that a review was held.');
  }
  const reason = textOf('reason', correcting.reason, { shortest: 3, longest: LONGEST_REASON });
  const child = await context.loaders.children.load(present.childId);
  const returned = returnedReview(present);
  if (child && returned) await changeReturnedReview(context, child, { before: returned, after: null });
  const changes = { ...notHeld, status: 'CANCELLED', cancelledReason: reason } as const;
  return changeRecord(context, reviewMeetingStore, { present, version, reason }, changes);
}

/** A review as the return has it; null for one that was not held. */
export function returnedReview({ heldOn, participation }: HeldReview): ReturnedReview | null {
  return heldOn === null || participation === null ? null : { heldOn, participation };
}

/**
 * The review that was recorded under the same key by the viewer before; null when there is none.
 *
 * @throws RecordFault when it is one of another child.
 */
export async function recordedAgain(
  { db, viewer }: Context,
  { key }: RecordingInput,
  child: ChildRow,
): Promise<ReviewMeetingEntity | null> {
  const again = await reviewMeetingStore.findByEntryKey(db, child.laCode, { by: viewer.subject, entryKey: key });
  if (again && again.childId !== child.id) {
    throw new RecordFault('key', 'The key is that of an entry about another child. Give the entry a key of its own.');
  }
  return again;
}

/** The day of a review, as somebody wants it. */
export interface DayWanted {
  readonly childId: string;
  readonly day: PlainDate;
  /** The field of the input. */
  readonly field: string;
  /** The review; null for one that is new. */
  readonly id: string | null;
  /** The day on which it is on record as held, in a return as well; null when it is not. */
  readonly ownDay: PlainDate | null;
}

/**
 * A day on which no other review of the child is.
 *
 * @throws RecordFault when there is one.
 */
export async function checkOnlyReview({ db }: Context, { childId, day, field, id, ownDay }: DayWanted): Promise<void> {
  const days = await findReviewDays(db, childId);
  if (days.some((other) => other.day === day && (other.id === null ? day !== ownDay : other.id !== id))) {
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
