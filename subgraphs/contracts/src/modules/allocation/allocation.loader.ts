import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AllocationRow } from './allocation.entity.ts';
import { canReadAllocation, canReadAllocationsOf } from './allocation.policy.ts';
import { findAllocationsById, findAllocationsOfChildren } from './allocation.repository.ts';

/** The two ways to allocations; each answers those the viewer may see. */
export interface AllocationLoaders {
  readonly allocation: DataLoader<string, AllocationRow | null>;
  readonly allocationsOfChild: DataLoader<string, readonly AllocationRow[]>;
}

/** Loaders of allocations for one request. A child whose allocations are asked for has had its record opened. */
export function createAllocationLoaders({ db, viewer, moment, touched }: Loading): AllocationLoaders {
  const visible = async (rows: Promise<AllocationRow[]>): Promise<AllocationRow[]> =>
    (await rows).filter((allocation) => canReadAllocation(viewer, allocation, moment));
  return {
    allocation: oneByKey(
      async (ids) => {
        const rows = await visible(findAllocationsById(db, ids));
        for (const { childId } of rows) touched.listed(childId);
        return rows;
      },
      (allocation) => allocation.id,
    ),
    allocationsOfChild: manyByKey(
      async (childIds) => {
        const rows = await visible(findAllocationsOfChildren(db, childIds));
        for (const { childId } of rows) touched.record(childId);
        for (const childId of childIds) if (canReadAllocationsOf(viewer, childId, moment)) touched.record(childId);
        return rows;
      },
      (allocation) => allocation.childId,
    ),
  };
}
