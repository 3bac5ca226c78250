import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ContactPlanEntity } from './contact-plan.entity.ts';
import { recordContactPlan, type RecordContactPlanInput } from './contact-plan.service.ts';

/** Contact planned and barred, between the graph and the domain. */
export const contactPlanResolvers = {
  Child: {
    contactPlans: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.contactPlans.load({ child, knownAt: knownAtOf(args) }),
  },
  ContactPlan: {
    recorded: (row: ContactPlanEntity) => row,
  },
  RecordContactPlanSuccess: {
    child: ({ contactPlan }: { contactPlan: ContactPlanEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(contactPlan.childId),
  },
  Mutation: {
    recordContactPlan: (_root: unknown, { input }: { input: RecordContactPlanInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordContactPlanSuccess',
        contactPlan: await recordContactPlan(input, context),
      })),
  },
};
