import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import { childScope } from './child.policy.ts';
import { countContractChildren, findContractChildPages } from './child.contract-repository.ts';
import type { ChildRow } from './child.repository.ts';

/** The children allocated under a contract on a day. */
export interface ContractOnDay {
  readonly contractId: string;
  readonly on: PlainDate;
}

/** A page of them. */
export interface ContractPage extends ContractOnDay {
  readonly after: string | null;
  readonly limit: number;
}

/** Loaders of the children of contracts: one statement for all contracts' pages, one for all their counts. */
export interface ContractChildrenLoaders {
  readonly pages: DataLoader<ContractPage, readonly ChildRow[], string>;
  readonly counts: DataLoader<ContractOnDay, number, string>;
}

export function contractChildrenLoaders({
  db,
  viewer,
  clock,
}: Pick<Request, 'db' | 'viewer' | 'clock'>): ContractChildrenLoaders {
  const scope = childScope(viewer, clock.today());
  return {
    pages: new DataLoader((pages) => findContractChildPages(db, scope, pages), {
      cacheKeyFn: ({ contractId, on, after, limit }) => JSON.stringify([contractId, on, after, limit]),
    }),
    counts: new DataLoader((contracts) => countContractChildren(db, scope, contracts), {
      cacheKeyFn: ({ contractId, on }) => JSON.stringify([contractId, on]),
    }),
  };
}
