import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { OffendingOutcomeEntity } from './offending-outcome.entity.ts';
import { recordOffendingOutcome, type RecordOffendingOutcomeInput } from './offending-outcome.service.ts';

/** Cautions, convictions and other outcomes of offending, between the graph and the domain. */
export const offendingOutcomeResolvers = {
  Child: {
    offendingOutcomes: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.offendingOutcomes.load({ child, knownAt: knownAtOf(args) }),
  },
  OffendingOutcome: {
    recorded: (row: OffendingOutcomeEntity) => row,
  },
  RecordOffendingOutcomeSuccess: {
    child: ({ offendingOutcome }: { offendingOutcome: OffendingOutcomeEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(offendingOutcome.childId),
  },
  Mutation: {
    recordOffendingOutcome: (_root: unknown, { input }: { input: RecordOffendingOutcomeInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordOffendingOutcomeSuccess',
        offendingOutcome: await recordOffendingOutcome(input, context),
      })),
  },
};
