import type { PlainDate } from '@mainstay/primitives';
import { LONGEST, numberWithin, optionalText, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { saveStaffRecord } from '../../record/save-staff-record.ts';
import { dayUpToToday, recordableWorker, type WorkerRecordingInput } from '../../record/worker-in-post.ts';
import type { TrainingKind, TrainingRow } from './training.entity.ts';
import { trainingStore } from './training.store.ts';

/** What is recorded: `RecordTrainingInput` of the graph. */
export interface RecordTrainingInput extends WorkerRecordingInput {
  readonly on: PlainDate;
  readonly title: string;
  readonly kind: TrainingKind;
  readonly provider?: string | null;
  readonly hours: number;
  readonly isPostRegistrationLearning: boolean;
  readonly isDiscussedWithPeer: boolean;
}

const MOST_HOURS = 2_000;

/**
 * Records what a worker did to learn, or corrects it. Somebody who is in post today brings along what they learnt before.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableWorker`.
 */
export async function recordTraining(input: RecordTrainingInput, context: Context): Promise<TrainingRow> {
  const { kind, hours, isPostRegistrationLearning, isDiscussedWithPeer } = input;
  const doneOn = dayUpToToday('on', input.on, context.today);
  if (hours <= 0) throw new RecordFault('hours', 'Enter more than 0 hours.');
  const facts = {
    doneOn,
    title: textOf('title', input.title, { shortest: 1, longest: LONGEST.name }),
    kind,
    provider: optionalText('provider', input.provider, LONGEST.name),
    hours: numberWithin('hours', hours, { least: 0, most: MOST_HOURS }),
    isPostRegistrationLearning,
    isDiscussedWithPeer,
  };
  const { workerId } = await recordableWorker(context, trainingStore, input, [doneOn, context.today]);
  return saveStaffRecord(context, trainingStore, input, { ...facts, workerId });
}
