import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn, optionalCodeIn } from '../code.ts';
import type { LeavingCareEntity } from './leaving-care.entity.ts';
import { recordLeavingCare, type RecordLeavingCareInput } from './leaving-care.service.ts';

/** Life after care, between the graph and the domain. */
export const leavingCareResolvers = {
  Child: {
    leavingCare: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.leavingCare.load({ child, knownAt: knownAtOf(args) }),
  },
  LeavingCare: {
    inTouch: ({ inTouch }: LeavingCareEntity) => codeIn('IN_TOUCH', inTouch),
    activity: ({ activity }: LeavingCareEntity) => optionalCodeIn('ACTIV', activity),
    accommodation: ({ accommodation }: LeavingCareEntity) => optionalCodeIn('ACCOM', accommodation),
    recorded: (row: LeavingCareEntity) => row,
  },
  RecordLeavingCareSuccess: {
    child: ({ leavingCare }: { leavingCare: LeavingCareEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(leavingCare.childId),
  },
  Mutation: {
    recordLeavingCare: (_root: unknown, { input }: { input: RecordLeavingCareInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordLeavingCareSuccess',
        leavingCare: await recordLeavingCare(input, context),
      })),
  },
};
