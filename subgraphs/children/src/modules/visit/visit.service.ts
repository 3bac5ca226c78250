import type { PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, type NotKnownReason, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { VisitEntity, VisitPurpose } from './visit.entity.ts';
import { visitStore } from './visit.store.ts';

/** What is recorded: `RecordVisitInput` of the graph. */
export interface RecordVisitInput extends RecordingInput {
  readonly visitedOn: PlainDate;
  readonly purpose: VisitPurpose;
  readonly workerId?: string | null;
  readonly isSeen: boolean;
  readonly notSeenReason?: string | null;
  readonly seenAlone?: AnswerInput<boolean> | null;
  readonly notAloneReason?: string | null;
  readonly isAtPlacement: boolean;
  readonly minutes?: number | null;
  readonly minutesNotKnown?: NotKnownReason | null;
  readonly note: string;
}

const LONGEST_NOTE = 20_000;
const LONGEST_REASON = 2_000;
const MOST_MINUTES = 24 * 60;

/**
 * Records a visit, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordVisit(input: RecordVisitInput, context: Context): Promise<VisitEntity> {
  const child = await recordableChild(context, input.childId, visitStore.part);
  const visitedOn = dayOfFact('visitedOn', input.visitedOn, { child, today: context.clock.today() });
  return saveRecord(context, visitStore, input, { visitedOn, ...factsOf(input) });
}

function factsOf(input: RecordVisitInput): Omit<FactsOf<VisitEntity>, 'visitedOn'> {
  const { purpose, isSeen, isAtPlacement, workerId = null } = input;
  const minutes = answerOf('minutes', { value: input.minutes ?? null, notKnown: input.minutesNotKnown ?? null });
  if (minutes.value !== null && (minutes.value < 1 || minutes.value > MOST_MINUTES)) {
    throw new RecordFault('minutes', `Enter the time in whole minutes, from 1 to ${MOST_MINUTES}.`);
  }
  const alone = isSeen ? answerOf('seenAlone', input.seenAlone ?? {}) : { value: null, notKnown: null };
  const reason = (field: 'notSeenReason' | 'notAloneReason', isNeeded: boolean): string | null =>
    isNeeded ? textOf(field, input[field] ?? '', { shortest: 3, longest: LONGEST_REASON }) : null;
  return {
    purpose,
    workerId,
    isSeen,
    notSeenReason: reason('notSeenReason', !isSeen),
    isSeenAlone: alone.value,
    seenAloneNotKnown: alone.notKnown,
    notAloneReason: reason('notAloneReason', alone.value === false),
    isAtPlacement,
    minutes: minutes.value,
    minutesNotKnown: minutes.notKnown,
    note: textOf('note', input.note, { shortest: 1, longest: LONGEST_NOTE }),
  };
}
