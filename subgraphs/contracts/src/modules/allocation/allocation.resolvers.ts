import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { endAllocations, type EndAllocationsInput, type EndAllocationsOutcome } from './allocation.ending.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { allocateChildren, type AllocateChildrenInput, type AllocateChildrenOutcome } from './allocation.service.ts';

/** Resolvers of allocations. */
export const allocationResolvers = {
  Mutation: {
    allocateChildren: async (_: unknown, { input }: { input: AllocateChildrenInput }, context: Context) =>
      toAllocateChildrenResult(await allocateChildren(context, input)),
    endAllocations: async (_: unknown, { input }: { input: EndAllocationsInput }, context: Context) =>
      toEndAllocationsResult(await endAllocations(context, input)),
  },
  Allocation: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.allocation.load(id),
    child: ({ childId }: AllocationRow, _: unknown, { touched }: Context) => {
      touched.listed(childId);
      return { id: childId };
    },
    contract: (allocation: AllocationRow, _: unknown, { loaders }: Context) =>
      loaders.contract.load(allocation.contractId),
    endedOn: ({ endedOn, lastDay, accessUntil }: AllocationRow, _: unknown, { moment }: Context) =>
      // A last day still to come only because the contract has one is no end of the allocation yet.
      endedOn !== null || (accessUntil !== null && accessUntil <= moment.now) ? lastDay : null,
  },
  Child: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    allocations: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.allocationsOfChild.load(id),
  },
};

function toAllocateChildrenResult(outcome: AllocateChildrenOutcome): object {
  switch (outcome.kind) {
    case 'allocated':
      return { __typename: 'AllocateChildrenSuccess', allocations: outcome.allocations };
    case 'outside-contract':
      return {
        __typename: 'OutsideContractError',
        message: 'The first day lies outside the contract. Choose a day on which the contract runs.',
        startsOn: outcome.contract.startsOn,
        endsOn: outcome.contract.endsOn,
      };
    case 'already-allocated':
      return {
        __typename: 'ChildAlreadyAllocatedError',
        message: 'No child was allocated, because some are allocated on that day or after it already. Leave them out.',
        childIds: outcome.childIds,
      };
    case 'child-of-another-authority':
      return {
        __typename: 'ChildOfAnotherAuthorityError',
        message: 'No child was allocated, because at least one is not in the care of the contracting authority.',
      };
    default:
      return assertUnreachable(outcome);
  }
}

function toEndAllocationsResult(outcome: EndAllocationsOutcome): object {
  if (outcome.kind === 'ended') return { __typename: 'EndAllocationsSuccess', allocations: outcome.allocations };
  return {
    __typename: 'AllocationLastDayError',
    message:
      'No allocation was ended, because some cannot end on that day: they began later or end before. One that has ended keeps its last day.',
    allocationIds: outcome.allocationIds,
  };
}
