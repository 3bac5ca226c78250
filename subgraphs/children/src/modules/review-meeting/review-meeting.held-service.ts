import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { ForbiddenError } from '@mainstay/subgraph-kit';
import { type AnswerInput, answerOf, RecordChanged, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { addMonths } from '../../duties/due-dates.ts';
import { changeRecord, holdChild, presentRecord } from '../../record/change-record.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, requireRecorder, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ReviewMeetingEntity } from './review-meeting.entity.ts';
import { participationOf, type ReviewContribution } from './review-meeting.participation.ts';
import { invitationsOf, nothingPrepared, type InvitationInput } from './review-meeting.preparation.ts';
import { findCare, findOfficerOn } from './review-meeting.repository.ts';
import { changeReturnedReview } from './review-meeting.return.ts';
import { checkOnlyReview, recordedAgain, returnedReview } from './review-meeting.service.ts';
import { mayHold, reviewDecisionStore, reviewMeetingStore } from './review-meeting.store.ts';

/** What is recorded of a held review: `HoldReviewInput` of the graph. */
export interface HoldReviewInput extends RecordingInput {
  readonly heldOn: string;
  readonly chairedById?: string | null;
  readonly place?: string | null;
  readonly invitations?: readonly InvitationInput[] | null;
  readonly childAttended?: boolean | null;
  readonly contribution?: ReviewContribution | null;
  readonly isPlanRight: AnswerInput<boolean>;
  readonly planNote: string;
  readonly nextReviewBy: string;
  readonly minutes: string;
  readonly decisions?: readonly DecisionInput[] | null;
}

interface DecisionInput {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
}

const LONGEST_PLACE = 300;
const LONGEST_NOTE = 10_000;
const LONGEST_MINUTES = 50_000;
const LONGEST_WHAT = 2_000;
const LONGEST_REASON = 2_000;
const LONGEST_NAME = 200;
const MOST_DECISIONS = 50;
const MONTHS_TO_NEXT = 6;

/**
 * Records that a review was held, or corrects the record.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError unless the viewer is the child's IRO or a manager of
 * the authority; NotFoundError: see `recordableChild`.
 */
export async function holdReview(input: HoldReviewInput, context: Context): Promise<ReviewMeetingEntity> {
  const { viewer, db } = context;
  const { part, alsoRecordedBy } = reviewMeetingStore;
  requireRecorder(viewer, alsoRecordedBy);
  if (!mayHold(viewer)) {
    throw new ForbiddenError('The child’s IRO records that a review was held, or a manager of the authority.');
  }
  const child = await recordableChild(context, input.childId, part, alsoRecordedBy);
  await holdChild(db, child.id, 'review');
  const again = input.correcting ? null : await recordedAgain(context, input, child);
  if (again) return again;
  const before = input.correcting ? await correctedReview(context, input.correcting.id, child) : null;
  const heldOn = await dayOfReview(context, { input, child, before });
  const held = {
    ...(await heldFacts(context, { input, child, heldOn })),
    place: input.place
      ? textOf('place', input.place, { shortest: 1, longest: LONGEST_PLACE })
      : (before?.place ?? null),
    invitations: input.invitations ? invitationsOf(input.invitations) : (before?.invitations ?? []),
  };
  const decisions = decisionsOf(input, { heldOn, isCorrection: before?.status === 'HELD' });
  const step = before ? stepFrom(before, input) : null;
  await changeReturnedReview(context, child, { before: before && returnedReview(before), after: returnedReview(held) });
  const meeting =
    before && step
      ? await changeRecord(context, reviewMeetingStore, { present: before, ...step }, held)
      : await saveRecord(context, reviewMeetingStore, input, {
          ...nothingPrepared,
          plannedFor: heldOn,
          cancelledReason: null,
          ...held,
        });
  for (const [index, decision] of decisions.entries()) {
    const key = `${meeting.id}:${index + 1}`;
    const facts = { ...decision, meetingId: meeting.id, position: index + 1, ...OPEN };
    await saveRecord(context, reviewDecisionStore, { childId: child.id, key }, facts);
  }
  return meeting;
}

const OPEN = { status: 'OPEN', doneOn: null, note: null } as const;

/** The version it is based on, and why it is made: whatever could refuse it later refuses it here. */
function stepFrom(before: ReviewMeetingEntity, { correcting }: HoldReviewInput): { version: number; reason: string } {
  const version = correcting?.version ?? before.version;
  if (version !== before.version) throw new RecordChanged(before);
  if (before.status !== 'HELD') return { version, reason: 'The review was held.' };
  const limits = { shortest: 3, longest: LONGEST_REASON };
  return { version, reason: textOf('correcting.reason', correcting?.reason ?? '', limits) };
}

async function correctedReview(context: Context, id: string, child: ChildRow): Promise<ReviewMeetingEntity> {
  const present = await presentRecord(context, reviewMeetingStore, id);
  if (present.childId !== child.id) throw new RecordFault('correcting.id', 'This is a review of another child.');
  if (present.status === 'CANCELLED') {
    throw new RecordFault('correcting.id', 'This review was called off. Record the one that was held as a new one.');
  }
  return present;
}

async function dayOfReview(
  context: Context,
  { input, child, before }: { input: HoldReviewInput; child: ChildRow; before: ReviewMeetingEntity | null },
): Promise<PlainDate> {
  const field = 'heldOn';
  const day = dayOfFact(field, input.heldOn, { child, today: context.clock.today() });
  const { firstDay, isInCare } = await findCare(context.db, child.id, day);
  if (firstDay === null) {
    throw new RecordFault(
      field,
      'No time in care is on record of this child. Record that the child came into care first.',
    );
  }
  if (day < firstDay) throw new RecordFault(field, 'The day is before the child came into care. Check the day.');
  if (!isInCare)
    throw new RecordFault(field, 'The child was not in care on that day. Check the day, and the episodes.');
  await checkOnlyReview(context, {
    childId: child.id,
    day,
    field,
    id: before?.id ?? null,
    ownDay: before?.heldOn ?? null,
  });
  return day;
}

async function heldFacts(
  context: Context,
  { input, child, heldOn }: { input: HoldReviewInput; child: ChildRow; heldOn: PlainDate },
): Promise<Omit<FactsOf<ReviewMeetingEntity>, 'plannedFor' | keyof typeof nothingPrepared | 'cancelledReason'>> {
  const { nextReviewBy } = input;
  if (!isPlainDate(nextReviewBy) || nextReviewBy <= heldOn || nextReviewBy > addMonths(heldOn, MONTHS_TO_NEXT)) {
    const message = `The next review is due after this one, and within ${MONTHS_TO_NEXT} months of it.`;
    throw new RecordFault('nextReviewBy', message);
  }
  const right = answerOf('isPlanRight', input.isPlanRight);
  return {
    status: 'HELD',
    heldOn,
    chairedBy: await chairOf(context, { input, child, heldOn }),
    ...participationOf(input, { dateOfBirth: child.dateOfBirth, heldOn }),
    isPlanRight: right.value,
    planRightNotKnown: right.notKnown,
    planNote: textOf('planNote', input.planNote, { shortest: 3, longest: LONGEST_NOTE }),
    nextReviewBy,
    minutes: textOf('minutes', input.minutes, { shortest: 1, longest: LONGEST_MINUTES }),
  };
}

/** The IRO who chaired it: whoever records it as an IRO, else the child's IRO of that day, named by a manager. */
async function chairOf(
  { db, viewer }: Context,
  { input, child, heldOn }: { input: HoldReviewInput; child: ChildRow; heldOn: PlainDate },
): Promise<string> {
  const field = 'chairedById';
  const named = input.chairedById ?? (viewer.role === 'la-iro' ? viewer.subject : null);
  if (named === null) throw new RecordFault(field, 'Name the IRO who chaired the review.');
  if (viewer.role === 'la-iro' && named === viewer.subject) return named;
  const officer = await findOfficerOn(db, child.id, heldOn);
  if (officer !== named) {
    throw new RecordFault(
      field,
      'This is not the child’s IRO of that day. Appoint the IRO first, or name the one who was.',
    );
  }
  return named;
}

function decisionsOf(
  { decisions }: HoldReviewInput,
  { heldOn, isCorrection }: { readonly heldOn: PlainDate; readonly isCorrection: boolean },
): { what: string; who: string; dueOn: PlainDate }[] {
  if (!decisions || (decisions.length === 0 && isCorrection)) return [];
  if (isCorrection) {
    throw new RecordFault('decisions', 'What the review decided is on record. Report on each decision by itself.');
  }
  if (decisions.length > MOST_DECISIONS) throw new RecordFault('decisions', `Enter at most ${MOST_DECISIONS}.`);
  return decisions.map(({ what, who, dueOn }, index) => {
    const field = `decisions.${index}`;
    if (!isPlainDate(dueOn) || dueOn < heldOn) {
      throw new RecordFault(`${field}.dueOn`, 'Enter by when: a day from the review on.');
    }
    return {
      what: textOf(`${field}.what`, what, { shortest: 3, longest: LONGEST_WHAT }),
      who: textOf(`${field}.who`, who, { shortest: 1, longest: LONGEST_NAME }),
      dueOn,
    };
  });
}
