import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  answerOf,
  LONGEST,
  nothing,
  numberWithin,
  optionalText,
  textOf,
  type AnswerInput,
  type NotKnownReason,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { saveStaffRecord } from '../../record/save-staff-record.ts';
import type { StaffFactsOf } from '../../record/staff-record-row.ts';
import { dayUpToToday, recordableWorker, type WorkerRecordingInput } from '../../record/worker-in-post.ts';
import type { SupervisedBy, SupervisionRow } from './supervision.entity.ts';
import { supervisionStore } from './supervision.store.ts';

/** What is recorded: `RecordSupervisionInput` of the graph. */
export interface RecordSupervisionInput extends WorkerRecordingInput {
  readonly on: PlainDate;
  readonly by: SupervisedBy;
  readonly supervisorId?: string | null;
  readonly isHeld: boolean;
  readonly cancelledReason?: string | null;
  readonly minutes?: number | null;
  readonly minutesNotKnown?: NotKnownReason | null;
  readonly discussedCases?: AnswerInput<boolean> | null;
  readonly agreedActions?: string | null;
}

const MOST_MINUTES = 600;
const NOT_HELD = 'It was not held. Leave this out.';

/**
 * Records a session of supervision, or corrects one.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableWorker`.
 */
export async function recordSupervision(input: RecordSupervisionInput, context: Context): Promise<SupervisionRow> {
  const heldOn = dayUpToToday('on', input.on, context.today);
  const facts = { ...factsOf(input), heldOn };
  const { workerId } = await recordableWorker(context, supervisionStore, input, [heldOn]);
  return saveStaffRecord(context, supervisionStore, input, { ...facts, workerId });
}

type Facts = Omit<StaffFactsOf<SupervisionRow>, 'heldOn'>;

function factsOf(input: RecordSupervisionInput): Facts {
  const { workerId, by: ledBy, isHeld } = input;
  const supervisorId = supervisorOf(input);
  return { workerId, ledBy, supervisorId, isHeld, ...(isHeld ? heldOf(input) : cancelledOf(input)) };
}

type Course = Omit<Facts, 'workerId' | 'ledBy' | 'supervisorId' | 'isHeld'>;

function heldOf(input: RecordSupervisionInput): Course {
  const minutes = answeredBy('minutes', input.minutes, input.minutesNotKnown);
  const discussed = answerOf('discussedCases', input.discussedCases ?? {});
  return {
    cancelledReason: nothing('cancelledReason', input.cancelledReason, 'It was held. Leave this out.'),
    minutes: minutes.value === null ? null : numberWithin('minutes', minutes.value, { least: 1, most: MOST_MINUTES }),
    minutesNotKnown: minutes.notKnown,
    didDiscussCases: discussed.value,
    discussedCasesNotKnown: discussed.notKnown,
    agreedActions: optionalText('agreedActions', input.agreedActions, LONGEST.sentences),
  };
}

function cancelledOf(input: RecordSupervisionInput): Course {
  return {
    cancelledReason: textOf('cancelledReason', input.cancelledReason ?? '', {
      shortest: 3,
      longest: LONGEST.sentences,
    }),
    minutes: nothing('minutes', input.minutes, NOT_HELD),
    minutesNotKnown: nothing('minutesNotKnown', input.minutesNotKnown, NOT_HELD),
    didDiscussCases: nothing('discussedCases', input.discussedCases, NOT_HELD),
    discussedCasesNotKnown: null,
    agreedActions: nothing('agreedActions', input.agreedActions, NOT_HELD),
  };
}

function supervisorOf({ by, supervisorId }: RecordSupervisionInput): string | null {
  if (by === 'PEERS')
    return nothing('supervisorId', supervisorId, 'A group of peers has no supervisor. Leave this out.');
  return optionalText('supervisorId', supervisorId, LONGEST.name);
}
