import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  type AnswerInput,
  answerOf,
  laterDay,
  LONGEST,
  type NotKnownReason,
  numberWithin,
  optionalText,
  RecordFault,
  textOf,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { SchoolPlaceEntity, SchoolType, SchoolEntry, SchoolJudgement } from './school-place.entity.ts';
import { schoolPlaceStore } from './school-place.store.ts';

/** What is recorded: `RecordSchoolPlaceInput` of the graph. */
export interface RecordSchoolPlaceInput extends RecordingInput {
  readonly urn?: string | null;
  readonly schoolName: string;
  readonly type: SchoolType;
  readonly startedOn: PlainDate;
  readonly endedOn?: PlainDate | null;
  readonly entry: SchoolEntry;
  readonly unscheduled: AnswerInput<boolean>;
  readonly judgement?: SchoolJudgement | null;
  readonly judgementNotKnown?: NotKnownReason | null;
  readonly distanceMiles?: number | null;
  readonly distanceMilesNotKnown?: NotKnownReason | null;
}

/** @see Get Information about Schools: a number of six digits */
const SCHOOL_URN = /^\d{6}$/;

/**
 * Records a school place, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSchoolPlace(input: RecordSchoolPlaceInput, context: Context): Promise<SchoolPlaceEntity> {
  const child = await recordableChild(context, input.childId, schoolPlaceStore.part);
  const today = context.clock.today();
  const startedOn = dayOfFact('startedOn', input.startedOn, { child, today });
  const urn = optionalText('urn', input.urn, LONGEST.name);
  if (urn !== null && !SCHOOL_URN.test(urn)) throw new RecordFault('urn', 'Enter the 6 digits of the school’s number.');
  const unscheduled = answerOf('unscheduled', input.unscheduled);
  const judgement = answeredBy('judgement', input.judgement, input.judgementNotKnown);
  const distance = answeredBy('distanceMiles', input.distanceMiles, input.distanceMilesNotKnown);
  return saveRecord(context, schoolPlaceStore, input, {
    urn,
    schoolName: textOf('schoolName', input.schoolName, { shortest: 1, longest: LONGEST.name }),
    type: input.type,
    startedOn,
    endedOn: laterDay('endedOn', input.endedOn, { since: startedOn, today }),
    entry: input.entry,
    isUnscheduled: unscheduled.value,
    unscheduledNotKnown: unscheduled.notKnown,
    judgement: judgement.value,
    judgementNotKnown: judgement.notKnown,
    distanceMiles:
      distance.value === null ? null : numberWithin('distanceMiles', distance.value, { least: 0, most: 500 }),
    distanceMilesNotKnown: distance.notKnown,
  });
}
