import type { Context } from '../../context.ts';
import { orFailureOfHistory } from '../return-change/return-change.failure.ts';
import { reallocateChildren, type ReallocateChildrenInput } from './reallocation.execution.ts';
import { reasonAgainst, reasonsFor } from './reallocation.reasons.ts';
import { REALLOCATION_VERSION, stateAfter, type Candidate } from './reallocation.rules.ts';
import type { Reallocation } from './reallocation.service.ts';

/** Reallocations, between the graph and the domain. */
export const reallocationResolvers = {
  Mutation: {
    reallocateChildren: (_root: unknown, { input }: { input: ReallocateChildrenInput }, context: Context) =>
      orFailureOfHistory(context, async () => ({
        __typename: 'ReallocateChildrenSuccess',
        ...(await reallocateChildren(input, context)),
      })),
  },
  Reallocation: {
    ruleVersion: () => REALLOCATION_VERSION,
    isBest: ({ plan }: Reallocation) => plan.isBest,
    moves: ({ plan, childOf }: Reallocation) =>
      plan.moves.map((move) => ({
        child: childOf.get(move.child.childId),
        to: { id: move.to.workerId },
        reasons: reasonsFor(move, plan),
      })),
    notPlaced: ({ plan, childOf }: Reallocation) =>
      plan.notPlaced.map(({ childId }) => ({ child: childOf.get(childId), reason: reasonAgainst(plan) })),
    candidates: ({ plan }: Reallocation) => plan.candidates.map((candidate) => candidateTold(candidate, plan)),
  },
};

function candidateTold(candidate: Candidate, { moves }: Reallocation['plan']): object {
  const taken = moves.filter(({ to }) => to.workerId === candidate.workerId);
  const childrenAfter = candidate.childIds.size + taken.length;
  return {
    worker: { id: candidate.workerId },
    fullTimeEquivalent: candidate.fullTimeEquivalent,
    limit: candidate.limit,
    childrenBefore: candidate.childIds.size,
    childrenAfter,
    weightedBefore: candidate.tenths / 10,
    weightedAfter: (candidate.tenths + taken.reduce((sum, { child }) => sum + child.tenths, 0)) / 10,
    stateAfter: stateAfter(candidate, childrenAfter),
  };
}
