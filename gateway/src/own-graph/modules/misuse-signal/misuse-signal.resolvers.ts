import type { Context } from '../../context.ts';
import type { MisuseSignalRow } from './misuse-signal.entity.ts';
import { decide, listSignals, type DecideMisuseSignalInput, type SignalsAsked } from './misuse-signal.service.ts';

/** Resolvers of what the detectors noticed. */
export const misuseSignalResolvers = {
  LocalAuthority: {
    misuseSignals: ({ id }: { id: string }, asked: SignalsAsked, context: Context) => listSignals(id, asked, context),
  },
  MisuseSignal: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.misuseSignal.load(id),
    person: ({ subject }: MisuseSignalRow) => ({ id: subject }),
    child: ({ childId }: MisuseSignalRow, _: unknown, { viewer }: Context) =>
      childId === null || viewer.hiddenChildIds.includes(childId) ? null : { id: childId },
    evidence: async ({ eventIds }: MisuseSignalRow, _: unknown, { loaders }: Context) =>
      (await loaders.auditEvent.loadMany(eventIds)).filter((event) => event !== null && !(event instanceof Error)),
    decidedBy: ({ decidedBy }: MisuseSignalRow) => (decidedBy === null ? null : { id: decidedBy }),
  },
  Mutation: {
    decideMisuseSignal: async (_root: unknown, { input }: { input: DecideMisuseSignalInput }, context: Context) => {
      const { isDecidedBefore, signal } = await decide(input, context);
      return isDecidedBefore
        ? {
            __typename: 'MisuseSignalDecidedError',
            message: 'Somebody has decided already. Read what they found.',
            signal,
          }
        : { __typename: 'DecideMisuseSignalSuccess', signal };
    },
  },
};
