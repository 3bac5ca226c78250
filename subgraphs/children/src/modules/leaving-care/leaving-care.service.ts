import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  laterDay,
  LONGEST,
  needed,
  nothing,
  type NotKnownReason,
  optionalText,
  RecordFault,
  textAnswer,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { LeavingCareEntity, LeavingCareEligibility } from './leaving-care.entity.ts';
import { leavingCareStore } from './leaving-care.store.ts';

/** What is recorded: `RecordLeavingCareInput` of the graph. */
export interface RecordLeavingCareInput extends RecordingInput {
  readonly asOf: PlainDate;
  readonly eligibility: LeavingCareEligibility;
  readonly inTouch: string;
  readonly lastContactOn?: PlainDate | null;
  readonly activity?: string | null;
  readonly activityNotKnown?: NotKnownReason | null;
  readonly accommodation?: string | null;
  readonly accommodationNotKnown?: NotKnownReason | null;
  readonly personalAdviser?: string | null;
  readonly personalAdviserNotKnown?: NotKnownReason | null;
  readonly note?: string | null;
}

/**
 * Records how a young person who is leaving or has left care is, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordLeavingCare(input: RecordLeavingCareInput, context: Context): Promise<LeavingCareEntity> {
  const child = await recordableChild(context, input.childId, leavingCareStore.part);
  const today = context.clock.today();
  const asOf = dayOfFact('asOf', input.asOf, { child, today });
  return saveRecord(context, leavingCareStore, input, {
    asOf,
    eligibility: input.eligibility,
    ...factsOf(input, asOf, child),
  });
}

function factsOf(
  input: RecordLeavingCareInput,
  asOf: PlainDate,
  { dateOfBirth }: { readonly dateOfBirth: PlainDate },
): Omit<FactsOf<LeavingCareEntity>, 'asOf' | 'eligibility'> {
  const year = collectionYearOf(asOf);
  const inTouch = codeOf('inTouch', input.inTouch, { set: 'IN_TOUCH', year });
  const lastContactOn = laterDay('lastContactOn', input.lastContactOn, { since: dateOfBirth, today: asOf });
  if (inTouch === 'YES') needed('lastContactOn', lastContactOn, 'Give the day of the last contact: you are in touch.');
  const isOver = inTouch === 'DIED' || inTouch === 'RHOM';
  const activity = isOver ? leftOut('activity', input) : answeredBy('activity', input.activity, input.activityNotKnown);
  const accommodation = isOver
    ? leftOut('accommodation', input)
    : answeredBy('accommodation', input.accommodation, input.accommodationNotKnown);
  const { personalAdviser: text, personalAdviserNotKnown: notKnown } = input;
  const adviser = textAnswer('personalAdviser', { text, notKnown }, LONGEST.name);
  return {
    inTouch,
    lastContactOn,
    activity: knownCode('activity', activity.value, { set: 'ACTIV', year }),
    activityNotKnown: activity.notKnown,
    accommodation: knownCode('accommodation', accommodation.value, { set: 'ACCOM', year }),
    accommodationNotKnown: accommodation.notKnown,
    personalAdviser: adviser.value,
    personalAdviserNotKnown: adviser.notKnown,
    note: optionalText('note', input.note, LONGEST.account),
  };
}

/** Of somebody who died or went home for good, the return asks neither, and neither is recorded. */
function leftOut(field: 'activity' | 'accommodation', input: RecordLeavingCareInput): { value: null; notKnown: null } {
  const message = 'Leave this out: the young person died, or returned home for good.';
  nothing(`${field}NotKnown`, input[`${field}NotKnown`], message);
  return { value: nothing(field, input[field], message), notKnown: null };
}

/** `0` of the return says that it is not known: here that is said with its reason. */
function knownCode(field: string, code: string | null, valid: { set: 'ACTIV' | 'ACCOM'; year: number }): string | null {
  if (code === '0') throw new RecordFault(field, 'Say why it is not known, rather than choosing that it is not.');
  return code === null ? null : codeOf(field, code, valid);
}
