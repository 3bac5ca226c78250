import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SpecialEducationalNeedEntity } from './special-educational-need.entity.ts';
import {
  recordSpecialEducationalNeed,
  type RecordSpecialEducationalNeedInput,
} from './special-educational-need.service.ts';

/** Special educational needs and provision, between the graph and the domain. */
export const specialEducationalNeedResolvers = {
  Child: {
    specialEducationalNeeds: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.specialEducationalNeeds.load({ child, knownAt: knownAtOf(args) }),
  },
  SpecialEducationalNeed: {
    recorded: (row: SpecialEducationalNeedEntity) => row,
  },
  RecordSpecialEducationalNeedSuccess: {
    child: (
      { specialEducationalNeed }: { specialEducationalNeed: SpecialEducationalNeedEntity },
      _args: unknown,
      { loaders }: Context,
    ) => loaders.children.load(specialEducationalNeed.childId),
  },
  Mutation: {
    recordSpecialEducationalNeed: (
      _root: unknown,
      { input }: { input: RecordSpecialEducationalNeedInput },
      context: Context,
    ) =>
      orFailure(async () => ({
        __typename: 'RecordSpecialEducationalNeedSuccess',
        specialEducationalNeed: await recordSpecialEducationalNeed(input, context),
      })),
  },
};
