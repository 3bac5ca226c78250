import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { ContractRow } from './contract.entity.ts';
import { canReadContract } from './contract.policy.ts';
import { findContractsById, findContractsOfAuthorities, findContractsOfPractices } from './contract.repository.ts';

/** The three ways to contracts; each answers those the viewer may see. */
export interface ContractLoaders {
  readonly contract: DataLoader<string, ContractRow | null>;
  readonly contractsOfAuthority: DataLoader<string, readonly ContractRow[]>;
  readonly contractsOfPractice: DataLoader<string, readonly ContractRow[]>;
}

/** Loaders of contracts for one request. */
export function createContractLoaders({ db, viewer, moment, touched }: Loading): ContractLoaders {
  const visible = async (rows: Promise<ContractRow[]>): Promise<ContractRow[]> =>
    (await rows).filter((contract) => canReadContract(viewer, contract, moment));
  const listed = async (rows: Promise<ContractRow[]>): Promise<ContractRow[]> => {
    const contracts = await visible(rows);
    touched.list('contracts', [], contracts.length);
    return contracts;
  };
  return {
    contract: oneByKey(
      (ids) => visible(findContractsById(db, ids)),
      (contract) => contract.id,
    ),
    contractsOfAuthority: manyByKey(
      (laCodes) => listed(findContractsOfAuthorities(db, laCodes)),
      (contract) => contract.laCode,
    ),
    contractsOfPractice: manyByKey(
      (practiceIds) => listed(findContractsOfPractices(db, practiceIds)),
      (contract) => contract.practiceId,
    ),
  };
}
