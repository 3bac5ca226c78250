import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { EducationPlanEntity } from './education-plan.entity.ts';
import { recordEducationPlan, type RecordEducationPlanInput } from './education-plan.service.ts';

/** Personal education plans, between the graph and the domain. */
export const educationPlanResolvers = {
  Child: {
    educationPlans: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.educationPlans.load({ child, knownAt: knownAtOf(args) }),
  },
  EducationPlan: {
    tookPart: ({ isChildTakingPart, tookPartNotKnown }: EducationPlanEntity) => ({
      value: isChildTakingPart,
      notKnown: tookPartNotKnown,
    }),
    recorded: (row: EducationPlanEntity) => row,
  },
  RecordEducationPlanSuccess: {
    child: ({ educationPlan }: { educationPlan: EducationPlanEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(educationPlan.childId),
  },
  Mutation: {
    recordEducationPlan: (_root: unknown, { input }: { input: RecordEducationPlanInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordEducationPlanSuccess',
        educationPlan: await recordEducationPlan(input, context),
      })),
  },
};
