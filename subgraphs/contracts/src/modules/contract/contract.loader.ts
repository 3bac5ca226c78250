import type { PlainDate } from '@mainstay/primitives';
import { manyByKey, oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
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
export function createContractLoaders(db: Db, viewer: Viewer, today: PlainDate): ContractLoaders {
  const visible = async (rows: Promise<ContractRow[]>): Promise<ContractRow[]> =>
    (await rows).filter((contract) => canReadContract(viewer, contract, today));
  return {
    contract: oneByKey(
      (ids) => visible(findContractsById(db, ids)),
      (contract) => contract.id,
    ),
    contractsOfAuthority: manyByKey(
      (laCodes) => visible(findContractsOfAuthorities(db, laCodes)),
      (contract) => contract.laCode,
    ),
    contractsOfPractice: manyByKey(
      (practiceIds) => visible(findContractsOfPractices(db, practiceIds)),
      (contract) => contract.practiceId,
    ),
  };
}
