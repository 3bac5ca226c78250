import { isPlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, presentRecord } from '../../record/change-record.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { VoicePromiseEntity } from './voice.entity.ts';
import { voiceOfChild } from './voice.service.ts';
import { voicePromiseStore, voiceStore } from './voice.store.ts';

/** What is promised: `RecordVoicePromiseInput` of the graph. */
export interface RecordVoicePromiseInput extends RecordingInput {
  readonly voiceId: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
}

/** What became of a promise: `SettleVoicePromiseInput` of the graph. */
export interface SettleVoicePromiseInput {
  readonly id: string;
  readonly version: number;
  readonly isKept: boolean;
  readonly settledOn: string;
  readonly note: string;
  readonly childTold: AnswerInput<boolean>;
}

const LONGEST_NOTE = 2_000;
const LONGEST_NAME = 200;
const OPEN = { isKept: null, settledOn: null, note: null, isChildTold: null, childToldNotKnown: null } as const;

/**
 * Records what is promised about something that was said, or corrects it; a promise that was settled is open again.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`, `voiceOfChild`.
 */
export async function recordVoicePromise(
  input: RecordVoicePromiseInput,
  context: Context,
): Promise<VoicePromiseEntity> {
  const child = await recordableChild(context, input.childId, voiceStore.part);
  const voice = await voiceOfChild(context, input.voiceId, child.id);
  const { dueOn } = input;
  if (!isPlainDate(dueOn) || dueOn < voice.saidOn) {
    throw new RecordFault('dueOn', 'Enter a day from the one it was said.');
  }
  return saveRecord(context, voicePromiseStore, input, {
    voiceId: voice.id,
    what: textOf('what', input.what, { shortest: 3, longest: LONGEST_NOTE }),
    who: textOf('who', input.who, { shortest: 1, longest: LONGEST_NAME }),
    dueOn,
    ...OPEN,
  });
}

/**
 * Says whether a promise was kept.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; what `presentRecord` throws.
 */
export async function settleVoicePromise(
  input: SettleVoicePromiseInput,
  context: Context,
): Promise<VoicePromiseEntity> {
  const present = await presentRecord(context, voicePromiseStore, input.id);
  const { version, isKept, settledOn } = input;
  if (!isPlainDate(settledOn) || settledOn > context.clock.today()) {
    throw new RecordFault('settledOn', 'Enter a day up to today.');
  }
  const told = answerOf('childTold', input.childTold);
  const reason = isKept ? 'The promise was kept.' : 'The promise was not kept.';
  return changeRecord(
    context,
    voicePromiseStore,
    { present, version, reason },
    {
      isKept,
      settledOn,
      note: textOf('note', input.note, { shortest: 3, longest: LONGEST_NOTE }),
      isChildTold: told.value,
      childToldNotKnown: told.notKnown,
    },
  );
}
