import type { PlainDate } from '@mainstay/primitives';
import { manyByKey, oneByKey, type Db, type Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AllocationRow } from './allocation.entity.ts';
import { canReadAllocation } from './allocation.policy.ts';
import { findAllocationsById, findAllocationsOfChildren } from './allocation.repository.ts';

/** The two ways to allocations; each answers those the viewer may see. */
export interface AllocationLoaders {
  readonly allocation: DataLoader<string, AllocationRow | null>;
  readonly allocationsOfChild: DataLoader<string, readonly AllocationRow[]>;
}

/** Loaders of allocations for one request. */
export function createAllocationLoaders(db: Db, viewer: Viewer, today: PlainDate): AllocationLoaders {
  const visible = async (rows: Promise<AllocationRow[]>): Promise<AllocationRow[]> =>
    (await rows).filter((allocation) => canReadAllocation(viewer, allocation, today));
  return {
    allocation: oneByKey(
      (ids) => visible(findAllocationsById(db, ids)),
      (allocation) => allocation.id,
    ),
    allocationsOfChild: manyByKey(
      (childIds) => visible(findAllocationsOfChildren(db, childIds)),
      (allocation) => allocation.childId,
    ),
  };
}
