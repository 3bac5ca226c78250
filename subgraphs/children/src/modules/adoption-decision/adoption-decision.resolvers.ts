import { type KnownAtArgs, knownAtOf, orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import type { AdoptionDecisionEntity } from './adoption-decision.entity.ts';
import { recordAdoptionDecision, type RecordAdoptionDecisionInput } from './adoption-decision.service.ts';

/** Adoption decisions, between the graph and the domain. */
export const adoptionDecisionResolvers = {
  Child: {
    adoptionDecisions: (child: ChildRow, args: KnownAtArgs, { loaders }: Context) =>
      loaders.adoptionDecisions.load({ child, knownAt: knownAtOf(args) }),
  },
  AdoptionDecision: {
    adopterSexes: ({ adopterSexes }: AdoptionDecisionEntity) => optionalCodeIn('SEX_ADOPTR', adopterSexes),
    adopterStatus: ({ adopterStatus }: AdoptionDecisionEntity) => optionalCodeIn('LS_ADOPTR', adopterStatus),
    reversedReason: ({ reversedReason }: AdoptionDecisionEntity) =>
      optionalCodeIn('REASON_PLACED_CEASED', reversedReason),
    recorded: (row: AdoptionDecisionEntity) => row,
  },
  RecordAdoptionDecisionSuccess: {
    child: ({ adoptionDecision }: { adoptionDecision: AdoptionDecisionEntity }, _args: unknown, { loaders }: Context) =>
      loaders.children.load(adoptionDecision.childId),
  },
  Mutation: {
    recordAdoptionDecision: (_root: unknown, { input }: { input: RecordAdoptionDecisionInput }, context: Context) =>
      orFailure(async () => ({
        __typename: 'RecordAdoptionDecisionSuccess',
        adoptionDecision: await recordAdoptionDecision(input, context),
      })),
  },
};
