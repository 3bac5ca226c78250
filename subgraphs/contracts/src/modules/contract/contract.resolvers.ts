import type { Context } from '../../context.ts';
import type { ContractRow } from './contract.entity.ts';
import { contractStatus } from './contract.status.ts';

/** Resolvers of contracts. */
export const contractResolvers = {
  Query: {
    contract: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.contract.load(id),
  },
  Contract: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.contract.load(id),
    localAuthority: (contract: ContractRow, _: unknown, { loaders }: Context) =>
      loaders.localAuthority.load(contract.laCode),
    practice: (contract: ContractRow, _: unknown, { loaders }: Context) => loaders.practice.load(contract.practiceId),
    status: (contract: ContractRow, _: unknown, { today }: Context) => contractStatus(contract, today),
  },
};
