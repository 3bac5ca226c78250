import { daysBetween } from '@mainstay/primitives';
import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { SpecialistSupportEntity } from './specialist-support.entity.ts';
import { recordSpecialistSupport, type RecordSpecialistSupportInput } from './specialist-support.service.ts';

/** Specialist support asked for, between the graph and the domain. */
export const specialistSupportResolvers = {
  Child: {
    specialistSupports: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.specialistSupports.load({ child, knownAt: knownAtOf(args) }),
  },
  SpecialistSupport: {
    waitDays: ({ referredOn, startedOn, closedOn }: SpecialistSupportEntity, _args: unknown, { clock }: Context) =>
      daysBetween(referredOn, startedOn ?? closedOn ?? clock.today()),
    recorded: (row: SpecialistSupportEntity) => row,
  },
  RecordSpecialistSupportSuccess: {
    child: (
      { specialistSupport }: { specialistSupport: SpecialistSupportEntity },
      _args: unknown,
      { loaders }: Context,
    ) => loaders.children.load(specialistSupport.childId),
  },
  Mutation: {
    recordSpecialistSupport: (_root: unknown, { input }: { input: RecordSpecialistSupportInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordSpecialistSupportSuccess',
        specialistSupport: await recordSpecialistSupport(input, context),
      })),
  },
};
