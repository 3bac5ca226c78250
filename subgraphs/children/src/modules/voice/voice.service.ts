import type { PlainDate } from '@mainstay/primitives';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { answerOf, type NotKnownReason, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { VoiceEntity, VoiceRating, VoiceSpeaker } from './voice.entity.ts';
import { scaleForAge, scoresOf, voiceAbouts, type VoiceAbout, type VoiceScale } from './voice.scale.ts';
import { voiceStore } from './voice.store.ts';

/** What is taken down: `RecordVoiceInput` of the graph. */
export interface RecordVoiceInput extends RecordingInput {
  readonly saidOn: PlainDate;
  readonly speaker: VoiceSpeaker;
  readonly medium: string;
  readonly words?: string | null;
  readonly takenDownBy?: string | null;
  readonly scale?: VoiceScale | null;
  readonly scaleReason?: string | null;
  readonly ratings: readonly RatingInput[];
}

interface RatingInput {
  readonly about: VoiceAbout;
  readonly score?: number | null;
  readonly notKnown?: NotKnownReason | null;
}

const LONGEST_WORDS = 20_000;
const LONGEST_REASON = 2_000;
const LONGEST_NAME = 200;

/**
 * Takes down what somebody said, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordVoice(input: RecordVoiceInput, context: Context): Promise<VoiceEntity> {
  const child = await recordableChild(context, input.childId, voiceStore.part);
  const saidOn = dayOfFact('saidOn', input.saidOn, { child, today: context.clock.today() });
  const words = optional('words', input.words, LONGEST_WORDS);
  if (words === null && input.ratings.length === 0) {
    throw new RecordFault('words', 'Write down what was said, or how content they are with something.');
  }
  const usual = input.speaker === 'CHILD' ? scaleForAge(child.dateOfBirth, saidOn) : 'ZERO_TO_TEN';
  return saveRecord(context, voiceStore, input, {
    saidOn,
    speaker: input.speaker,
    medium: input.medium,
    words,
    takenDownBy: optional('takenDownBy', input.takenDownBy, LONGEST_NAME),
    ...ratedOn(input, usual),
  });
}

function ratedOn(
  { ratings, scale, scaleReason }: RecordVoiceInput,
  usual: VoiceScale,
): Pick<VoiceEntity, 'scale' | 'scaleReason' | 'ratings'> {
  if (ratings.length === 0) return { scale: null, scaleReason: null, ratings: [] };
  if (new Set(ratings.map(({ about }) => about)).size < ratings.length) {
    throw new RecordFault('ratings', 'Ask about each thing once.');
  }
  const used = scale ?? usual;
  const reason =
    used === usual ? null : textOf('scaleReason', scaleReason ?? '', { shortest: 3, longest: LONGEST_REASON });
  const inOrder = voiceAbouts.flatMap((about) => ratings.filter((rating) => rating.about === about));
  return { scale: used, scaleReason: reason, ratings: inOrder.map((rating) => ratingOn(used, rating)) };
}

function ratingOn(scale: VoiceScale, { about, ...given }: RatingInput): VoiceRating {
  const field = `ratings.${about}`;
  const answer = answerOf(field, { value: given.score ?? null, notKnown: given.notKnown ?? null });
  const [lowest, highest] = scoresOf[scale];
  if (answer.value !== null && (answer.value < lowest || answer.value > highest)) {
    throw new RecordFault(field, `Choose a score from ${lowest} to ${highest}.`);
  }
  return { about, score: answer.value, notKnown: answer.notKnown };
}

function optional(field: string, text: string | null | undefined, longest: number): string | null {
  return textOf(field, text ?? '', { shortest: 0, longest }) || null;
}

/**
 * What was said, of this child.
 *
 * @throws NotFoundError when it is not there, is another child's or was taken back.
 */
export async function voiceOfChild({ db }: Context, id: string, childId: string): Promise<VoiceEntity> {
  const voice = await voiceStore.find(db, id);
  if (!voice || voice.isWithdrawn || voice.childId !== childId) throw new NotFoundError('There is no such entry.');
  return voice;
}
