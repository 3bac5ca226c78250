import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ContributionEntity } from './contribution.entity.ts';
import { recordContribution, type RecordContributionInput } from './contribution.service.ts';

/** What a child takes part in and achieves, between the graph and the domain. */
export const contributionResolvers = {
  Child: {
    contributions: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.contributions.load({ child, knownAt: knownAtOf(args) }),
  },
  Contribution: {
    recorded: (row: ContributionEntity) => row,
  },
  RecordContributionSuccess: {
    child: ({ contribution }: { contribution: ContributionEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(contribution.childId),
  },
  Mutation: {
    recordContribution: (_root: unknown, { input }: { input: RecordContributionInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordContributionSuccess',
        contribution: await recordContribution(input, context),
      })),
  },
};
