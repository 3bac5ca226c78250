import type { PlainDate } from '@mainstay/primitives';
import {
  type AnswerInput,
  answerOf,
  laterDay,
  LONGEST,
  nothing,
  optionalText,
  RecordFault,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { MissingIncidentRow } from '../missing-incident/missing-incident.loader.ts';
import type { ReturnInterviewEntity } from './return-interview.entity.ts';
import { returnInterviewStore } from './return-interview.store.ts';

/** What is recorded: `RecordReturnInterviewInput` of the graph. */
export interface RecordReturnInterviewInput extends RecordingInput {
  readonly missingFrom: PlainDate;
  readonly offered: AnswerInput<boolean>;
  readonly accepted?: AnswerInput<boolean> | null;
  readonly heldOn?: PlainDate | null;
  readonly said?: string | null;
}

/**
 * Records whether a child who came back was offered an interview and what came of it, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordReturnInterview(
  input: RecordReturnInterviewInput,
  context: Context,
): Promise<ReturnInterviewEntity> {
  const child = await recordableChild(context, input.childId, returnInterviewStore.part);
  const today = context.clock.today();
  const missingFrom = dayOfFact('missingFrom', input.missingFrom, { child, today });
  const returnedOn = returnFrom(missingFrom, await context.loaders.missingIncidents.load(child));
  const offered = answerOf('offered', input.offered);
  const accepted =
    offered.value === true
      ? answerOf('accepted', input.accepted ?? {})
      : { value: nothing('accepted', input.accepted, 'Leave this out: no interview was offered.'), notKnown: null };
  const isHeld = accepted.value === true;
  return saveRecord(context, returnInterviewStore, input, {
    missingFrom,
    returnedOn,
    isOffered: offered.value,
    offeredNotKnown: offered.notKnown,
    isAccepted: accepted.value,
    acceptedNotKnown: accepted.notKnown,
    heldOn: isHeld
      ? laterDay('heldOn', input.heldOn, { since: returnedOn, today })
      : nothing('heldOn', input.heldOn, 'Leave this out: no interview was accepted.'),
    said: isHeld
      ? optionalText('said', input.said, LONGEST.account)
      : nothing('said', input.said, 'Leave this out: no interview was accepted.'),
  });
}

/** The day the child came back: it is on record with the incident, and is not told again. */
function returnFrom(missingFrom: PlainDate, incidents: readonly MissingIncidentRow[]): PlainDate {
  const incident = incidents.find(({ startedOn }) => startedOn === missingFrom);
  if (!incident) throw new RecordFault('missingFrom', 'No time missing from that day is on record. Record it first.');
  if (incident.endedOn === null) {
    throw new RecordFault('missingFrom', 'The child is not back yet, by what is on record. Record the return first.');
  }
  return incident.endedOn;
}
