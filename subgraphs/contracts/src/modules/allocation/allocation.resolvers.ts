import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { endAllocations, type EndAllocationsInput, type EndAllocationsOutcome } from './allocation.ending.ts';
import { capacityState } from '../contract/contract.capacity.ts';
import type { LocalAuthorityRow } from '../local-authority/local-authority.entity.ts';
import { allocationsEndingSoon } from './allocation.ending-soon.ts';
import type { AllocationRow } from './allocation.entity.ts';
import { expectedEndOf } from './allocation.expected-end.ts';
import { refusalMessages, type AllocationRefusal } from './allocation.rules.ts';
import {
  allocateChildren,
  type AllocateChildrenInput,
  type AllocateChildrenOutcome,
  type CapacityChange,
} from './allocation.service.ts';

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
    endReason: ({ endCode }: AllocationRow) => endCode,
    expectedEnd: async (allocation: AllocationRow, _: unknown, { loaders, moment }: Context) => {
      const facts = await loaders.allocationFacts.load(allocation.childId);
      return facts && expectedEndOf(allocation, facts, moment.now);
    },
    grounds: async ({ id, childId }: AllocationRow, _: unknown, { loaders, touched }: Context) => {
      const grounds = await loaders.allocationGrounds.load(id);
      if (!grounds) return null;
      touched.record(childId);
      return {
        childsViews: { said: grounds.childSaid, notKnownBecause: grounds.childNotKnownBecause },
        parentsViews: { said: grounds.parentsSaid, notKnownBecause: grounds.parentsNotKnownBecause },
        judgement: grounds.judgement,
      };
    },
  },
  AllocationRefusal: {
    message: ({ rule }: AllocationRefusal) => refusalMessages[rule],
  },
  CapacityChange: {
    agreed: ({ contract }: CapacityChange) => contract.agreedChildren,
    tolerance: ({ contract }: CapacityChange) => contract.agreedChildrenTolerance,
    state: ({ contract, after }: CapacityChange) => capacityState(contract, after),
  },
  LocalAuthority: {
    allocationsEndingSoon: ({ laCode }: LocalAuthorityRow, { days }: { days: number }, context: Context) =>
      allocationsEndingSoon(laCode, days, context),
  },
  Child: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    allocations: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.allocationsOfChild.load(id),
  },
};

function toAllocateChildrenResult(outcome: AllocateChildrenOutcome): object {
  switch (outcome.kind) {
    case 'allocated':
      return {
        __typename: 'AllocateChildrenSuccess',
        allocations: outcome.allocations,
        capacity: outcome.capacity,
      };
    case 'outside-contract':
      return {
        __typename: 'OutsideContractError',
        message: 'The first day lies outside the contract. Choose a day on which the contract runs.',
        startsOn: outcome.contract.startsOn,
        endsOn: outcome.contract.endsOn,
      };
    case 'refused':
      return {
        __typename: 'ChildrenRefusedError',
        message: 'No child was allocated, because some cannot be. Leave them out, or mend what keeps them.',
        refusals: outcome.refusals,
        others: outcome.others,
      };
    case 'more-than-agreed':
      return {
        __typename: 'MoreThanAgreedError',
        message:
          'No child was allocated, because the practice would have more children than the contract is for. Allocate fewer, or say why there are to be more.',
        capacity: outcome.capacity,
      };
    default:
      return assertUnreachable(outcome);
  }
}

function toEndAllocationsResult(outcome: EndAllocationsOutcome): object {
  switch (outcome.kind) {
    case 'ended':
      return {
        __typename: 'EndAllocationsSuccess',
        allocations: outcome.allocations,
        capacities: outcome.capacities,
      };
    case 'impossible-day':
      return {
        __typename: 'AllocationLastDayError',
        message:
          'No allocation was ended, because some cannot end on that day: they began later or end before. One that has ended keeps its last day.',
        allocationIds: outcome.allocationIds,
      };
    case 'not-due':
      return {
        __typename: 'AllocationEndNotDueError',
        message:
          'No allocation was ended, because the records do not show that reason for some on that day. Choose a later day or another reason, or record what happened first.',
        allocations: outcome.allocations,
      };
    default:
      return assertUnreachable(outcome);
  }
}
