import type { Clock } from '@mainstay/primitives';
import type { Db, Loading, TouchLog, Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { ChildrenInSight } from './modules/allocation/allocation.children.ts';
import { createAllocationLoaders, type AllocationLoaders } from './modules/allocation/allocation.loader.ts';
import { createContractLoaders, type ContractLoaders } from './modules/contract/contract.loader.ts';
import { createInspectionLoaders, type InspectionLoaders } from './modules/inspection/inspection.loader.ts';
import type { LocalAuthorityRow } from './modules/local-authority/local-authority.entity.ts';
import { createLocalAuthorityLoader } from './modules/local-authority/local-authority.loader.ts';
import type { PracticeRow } from './modules/practice/practice.entity.ts';
import { createPracticeLoader } from './modules/practice/practice.loader.ts';

/** What every resolver of this subgraph is given; made anew for each request. */
export interface Context extends Loading {
  /** Asks the children subgraph which children the viewer may see. */
  readonly childrenInSight: ChildrenInSight;
  readonly loaders: ContractLoaders &
    AllocationLoaders &
    InspectionLoaders & {
      readonly localAuthority: DataLoader<string, LocalAuthorityRow | null>;
      readonly practice: DataLoader<string, PracticeRow | null>;
    };
}

/** What a context is made of. */
export interface ContextInput {
  readonly viewer: Viewer;
  readonly db: Db;
  readonly clock: Clock;
  readonly touched: TouchLog;
}

/** The context of one request, but for what is asked of other subgraphs. */
export function createContext({ viewer, db, clock, touched }: ContextInput): Omit<Context, 'childrenInSight'> {
  const loading = { viewer, db, moment: { today: clock.today(), now: clock.now() }, touched };
  const loaders = {
    localAuthority: createLocalAuthorityLoader(db),
    practice: createPracticeLoader(loading),
    ...createContractLoaders(loading),
    ...createAllocationLoaders(loading),
    ...createInspectionLoaders(loading),
  };
  return { ...loading, loaders };
}
