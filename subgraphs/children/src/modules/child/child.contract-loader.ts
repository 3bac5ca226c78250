import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import { countContractChildren, findContractChildPages } from './child.contract-repository.ts';
import { childScope, historyScope, type ChildScope } from './child.policy.ts';
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
  const today = clock.today();
  // Who was allocated on another day is history: an inspector learns it of the sample only.
  const scopeOf = (asked: readonly ContractOnDay[]): ChildScope =>
    asked.every(({ on }) => on === today) ? childScope(viewer, clock) : historyScope(viewer, clock);
  return {
    pages: new DataLoader((pages) => findContractChildPages(db, scopeOf(pages), pages), {
      cacheKeyFn: ({ contractId, on, after, limit }) => JSON.stringify([contractId, on, after, limit]),
    }),
    counts: new DataLoader((contracts) => countContractChildren(db, scopeOf(contracts), contracts), {
      cacheKeyFn: ({ contractId, on }) => JSON.stringify([contractId, on]),
    }),
  };
}
