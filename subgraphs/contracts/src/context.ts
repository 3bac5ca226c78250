import type { Clock } from '@mainstay/primitives';
import { oneByKey, type Db, type Loading, type TouchLog, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AllocationFacts, FindAllocationFacts } from './modules/allocation/allocation.facts.ts';
import { groundsLoader } from './modules/allocation/allocation.grounds.ts';
import type { AllocationGroundsRow } from './modules/allocation/allocation.grounds-entity.ts';
import { createAllocationLoaders, type AllocationLoaders } from './modules/allocation/allocation.loader.ts';
import { allocatedChildrenLoader, type AllocatedOn } from './modules/contract/contract.capacity.ts';
import { createContractLoaders, type ContractLoaders } from './modules/contract/contract.loader.ts';
import { createInspectionLoaders, type InspectionLoaders } from './modules/inspection/inspection.loader.ts';
import type { LocalAuthorityRow } from './modules/local-authority/local-authority.entity.ts';
import { createLocalAuthorityLoader } from './modules/local-authority/local-authority.loader.ts';
import type { PracticeRow } from './modules/practice/practice.entity.ts';
import { createPracticeLoader } from './modules/practice/practice.loader.ts';

/** What every resolver of this subgraph is given; made anew for each request. */
export interface Context extends Loading {
  /** Asks the children subgraph what decides about allocations. */
  readonly findAllocationFacts: FindAllocationFacts;
  readonly loaders: ContractLoaders &
    AllocationLoaders &
    InspectionLoaders & {
      readonly localAuthority: DataLoader<string, LocalAuthorityRow | null>;
      readonly practice: DataLoader<string, PracticeRow | null>;
      readonly allocationGrounds: DataLoader<string, AllocationGroundsRow | null>;
      /** The facts of a child today. */
      readonly allocationFacts: DataLoader<string, AllocationFacts | null>;
      /** How many children are allocated under a contract on a day. */
      readonly allocatedChildren: DataLoader<AllocatedOn, number, string>;
    };
}

/** What a context is made of. */
export interface ContextInput {
  readonly viewer: Viewer;
  readonly db: Db;
  readonly clock: Clock;
  readonly touched: TouchLog;
  readonly findAllocationFacts: FindAllocationFacts;
}

/** The context of one request. */
export function createContext({ viewer, db, clock, touched, findAllocationFacts }: ContextInput): Context {
  const loading = { viewer, db, moment: { today: clock.today(), now: clock.now() }, touched };
  const loaders = {
    localAuthority: createLocalAuthorityLoader(db),
    practice: createPracticeLoader(loading),
    ...createContractLoaders(loading),
    ...createAllocationLoaders(loading),
    ...createInspectionLoaders(loading),
    allocationGrounds: groundsLoader(loading),
    allocatedChildren: allocatedChildrenLoader(loading),
    allocationFacts: oneByKey<AllocationFacts>(
      (childIds) => findAllocationFacts(viewer, { childIds, on: loading.moment.today }),
      ({ childId }) => childId,
    ),
  };
  return { ...loading, findAllocationFacts, loaders };
}
