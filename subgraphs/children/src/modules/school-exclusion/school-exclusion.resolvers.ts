import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SchoolExclusionEntity } from './school-exclusion.entity.ts';
import { recordSchoolExclusion, type RecordSchoolExclusionInput } from './school-exclusion.service.ts';

/** Suspensions and permanent exclusions, between the graph and the domain. */
export const schoolExclusionResolvers = {
  Child: {
    schoolExclusions: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.schoolExclusions.load({ child, knownAt: knownAtOf(args) }),
  },
  SchoolExclusion: {
    recorded: (row: SchoolExclusionEntity) => row,
  },
  RecordSchoolExclusionSuccess: {
    child: ({ schoolExclusion }: { schoolExclusion: SchoolExclusionEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(schoolExclusion.childId),
  },
  Mutation: {
    recordSchoolExclusion: (_root: unknown, { input }: { input: RecordSchoolExclusionInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSchoolExclusionSuccess',
        schoolExclusion: await recordSchoolExclusion(input, context),
      })),
  },
};
