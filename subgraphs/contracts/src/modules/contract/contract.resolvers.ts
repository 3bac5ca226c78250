import { delegatedFunctions, type PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { capacityState } from './contract.capacity.ts';
import { endContract, type EndContractInput, type EndContractOutcome } from './contract.ending.ts';
import { type ContractRow } from './contract.entity.ts';
import { contractStatus } from './contract.status.ts';

/** Resolvers of contracts. */
export const contractResolvers = {
  Query: {
    contract: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.contract.load(id),
  },
  Mutation: {
    endContract: async (_: unknown, { input }: { input: EndContractInput }, context: Context) =>
      toEndContractResult(await endContract(context, input)),
  },
  Contract: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.contract.load(id),
    localAuthority: (contract: ContractRow, _: unknown, { loaders }: Context) =>
      loaders.localAuthority.load(contract.laCode),
    practice: (contract: ContractRow, _: unknown, { loaders }: Context) => loaders.practice.load(contract.practiceId),
    status: (contract: ContractRow, _: unknown, { moment }: Context) => contractStatus(contract, moment),
    delegatedFunctions: (contract: ContractRow) =>
      delegatedFunctions.filter((name) => contract.delegatedFunctions.includes(name)),
    capacity: async (contract: ContractRow, args: { on?: PlainDate | null }, { loaders, moment }: Context) => {
      const on = args.on ?? moment.today;
      const allocated = await loaders.allocatedChildren.load({ contract, on });
      const { agreedChildren: agreed, agreedChildrenTolerance: tolerance } = contract;
      return { on, agreed, tolerance, allocated, state: capacityState(contract, allocated) };
    },
  },
};

function toEndContractResult(outcome: EndContractOutcome): object {
  if (outcome.kind === 'ended') return { __typename: 'EndContractSuccess', contract: outcome.contract };
  return {
    __typename: 'ContractLastDayError',
    message:
      'The contract cannot end on that day: it ends no earlier than it, and the newest allocation under it, began, and no later than was agreed. A contract that has ended keeps its last day.',
    earliest: outcome.earliest,
    latest: outcome.latest,
  };
}
