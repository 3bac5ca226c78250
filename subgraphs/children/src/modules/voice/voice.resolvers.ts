import type { PlainDate } from '@mainstay/primitives';
import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { VoiceEntity, VoicePromiseEntity, VoiceSpeaker } from './voice.entity.ts';
import {
  recordVoicePromise,
  settleVoicePromise,
  type RecordVoicePromiseInput,
  type SettleVoicePromiseInput,
} from './voice.promise-service.ts';
import { scaleForAge } from './voice.scale.ts';
import { recordVoice, type RecordVoiceInput } from './voice.service.ts';

interface VoicesWanted extends KnownAtArgs {
  readonly speaker?: VoiceSpeaker | null;
}

/** What was said as it was known at an instant: its promises are told as of the same. */
interface VoiceAsKnown extends VoiceEntity {
  readonly promises: readonly VoicePromiseEntity[];
}

/** What children, carers and parents say, between the graph and the domain. */
export const voiceResolvers = {
  Child: {
    voices: async (child: ChildRow, { speaker, ...args }: VoicesWanted, { loaders }: Context) => {
      const asked = { child, knownAt: knownAtOf(args) };
      const [voices, promises] = await Promise.all([
        loaders.voices.voices.load(asked),
        loaders.voices.promises.load(asked),
      ]);
      return voices
        .filter((voice) => !speaker || voice.speaker === speaker)
        .map((voice): VoiceAsKnown => ({ ...voice, promises: promises.filter(({ voiceId }) => voiceId === voice.id) }));
    },
    voicePromises: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.voices.promises.load({ child, knownAt: knownAtOf(args) }),
    voiceScale: ({ dateOfBirth }: ChildRow, { on }: { on?: PlainDate | null }, { clock }: Context) =>
      scaleForAge(dateOfBirth, on ?? clock.today()),
  },
  Voice: {
    promises: (voice: VoiceEntity | VoiceAsKnown, _args: unknown, context: Context) =>
      'promises' in voice ? voice.promises : promisesNow(voice, context),
    recorded: (voice: VoiceEntity) => voice,
  },
  VoicePromise: {
    isLate: ({ dueOn, isKept, settledOn }: VoicePromiseEntity, _args: unknown, { clock }: Context) =>
      isKept === null ? clock.today() > dueOn : isKept && settledOn !== null && settledOn > dueOn,
    childTold: ({ isKept, isChildTold, childToldNotKnown }: VoicePromiseEntity) =>
      isKept === null ? null : { value: isChildTold, notKnown: childToldNotKnown },
    recorded: (promise: VoicePromiseEntity) => promise,
  },
  RecordVoiceSuccess: {
    child: ({ voice }: { voice: VoiceEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(voice.childId),
  },
  VoicePromiseSuccess: {
    child: ({ promise }: { promise: VoicePromiseEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(promise.childId),
  },
  Mutation: {
    recordVoice: (_root: unknown, { input }: { input: RecordVoiceInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'RecordVoiceSuccess', voice: await recordVoice(input, context) })),
    recordVoicePromise: (_root: unknown, { input }: { input: RecordVoicePromiseInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'VoicePromiseSuccess', promise: await recordVoicePromise(input, context) })),
    settleVoicePromise: (_root: unknown, { input }: { input: SettleVoicePromiseInput }, context: Context) =>
      orFailure(async () => ({ __typename: 'VoicePromiseSuccess', promise: await settleVoicePromise(input, context) })),
  },
};

async function promisesNow(voice: VoiceEntity, { loaders }: Context): Promise<readonly VoicePromiseEntity[]> {
  const child = await loaders.children.load(voice.childId);
  const promises = child ? await loaders.voices.promises.load({ child, knownAt: null }) : [];
  return promises.filter(({ voiceId }) => voiceId === voice.id);
}
