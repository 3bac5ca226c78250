import type { Clock, PlainDate } from '@mainstay/primitives';
import type { Db, Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import { createAllocationLoaders, type AllocationLoaders } from './modules/allocation/allocation.loader.ts';
import { createContractLoaders, type ContractLoaders } from './modules/contract/contract.loader.ts';
import type { LocalAuthorityRow } from './modules/local-authority/local-authority.entity.ts';
import { createLocalAuthorityLoader } from './modules/local-authority/local-authority.loader.ts';
import type { PracticeRow } from './modules/practice/practice.entity.ts';
import { createPracticeLoader } from './modules/practice/practice.loader.ts';

/** What every resolver of this subgraph is given; made anew for each request. */
export interface Context {
  readonly viewer: Viewer;
  readonly db: Db;
  /** The day on which the request is answered. */
  readonly today: PlainDate;
  readonly loaders: ContractLoaders &
    AllocationLoaders & {
      readonly localAuthority: DataLoader<string, LocalAuthorityRow | null>;
      readonly practice: DataLoader<string, PracticeRow | null>;
    };
}

/** The context of one request. */
export function createContext({ viewer, db, clock }: { viewer: Viewer; db: Db; clock: Clock }): Context {
  const today = clock.today();
  const loaders = {
    localAuthority: createLocalAuthorityLoader(db),
    practice: createPracticeLoader(db, viewer, today),
    ...createContractLoaders(db, viewer, today),
    ...createAllocationLoaders(db, viewer, today),
  };
  return { viewer, db, today, loaders };
}
