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
  /** Who was allocated on another day is history: an inspector learns it of the sample only. */
  async function inScope<Asked extends ContractOnDay, Answer>(
    asked: readonly Asked[],
    find: (scope: ChildScope, some: readonly Asked[]) => Promise<readonly Answer[]>,
  ): Promise<Answer[]> {
    const answers = new Map<Asked, Answer>();
    const isPresent = ({ on }: Asked): boolean => viewer.audience !== 'inspector' || on === today;
    for (const [present, some] of Map.groupBy(asked, isPresent)) {
      const found = await find(present ? childScope(viewer, clock) : historyScope(viewer, clock), some);
      for (const [index, answer] of found.entries()) answers.set(some[index] as Asked, answer);
    }
    return asked.map((one) => answers.get(one) as Answer);
  }
  return {
    pages: new DataLoader((pages) => inScope(pages, (scope, some) => findContractChildPages(db, scope, some)), {
      cacheKeyFn: ({ contractId, on, after, limit }) => JSON.stringify([contractId, on, after, limit]),
    }),
    counts: new DataLoader((asked) => inScope(asked, (scope, some) => countContractChildren(db, scope, some)), {
      cacheKeyFn: ({ contractId, on }) => JSON.stringify([contractId, on]),
    }),
  };
}
