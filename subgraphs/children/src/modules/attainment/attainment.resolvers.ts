import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { AttainmentEntity } from './attainment.entity.ts';
import { attainmentProgress } from './attainment.progress.ts';
import { recordAttainment, type RecordAttainmentInput } from './attainment.service.ts';

/** Results and starting points, between the graph and the domain. */
export const attainmentResolvers = {
  Child: {
    attainments: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.attainments.load({ child, knownAt: knownAtOf(args) }),
    attainmentProgress: async (child: ChildRow, _args: unknown, { loaders }: Context) =>
      attainmentProgress(await loaders.attainments.load({ child, knownAt: null })),
  },
  Attainment: {
    recorded: (row: AttainmentEntity) => row,
  },
  RecordAttainmentSuccess: {
    child: ({ attainment }: { attainment: AttainmentEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(attainment.childId),
  },
  Mutation: {
    recordAttainment: (_root: unknown, { input }: { input: RecordAttainmentInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordAttainmentSuccess',
        attainment: await recordAttainment(input, context),
      })),
  },
};
