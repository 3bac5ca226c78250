import {
  isGlassOver,
  laCodeOfChild,
  readsForAuthority,
  seesNamedChildrenOnly,
  type Moment,
  type Viewer,
} from '@mainstay/subgraph-kit';
import type { AllocationRow } from './allocation.entity.ts';

/** What of an allocation decides who may read it. */
export type AllocationAccess = Pick<AllocationRow, 'laCode' | 'childId' | 'practiceId' | 'accessFrom' | 'accessUntil'>;

/**
 * Who may read an allocation: whoever reads the child's record for its authority; and the practice from the instant it
 * begins to the instant it ends, and not after: what a practice may know of a child ends with its responsibility. Its staff
 * under a broken glass read, of the one child, the practice's own, whenever they held.
 */
export function canReadAllocation(viewer: Viewer, allocation: AllocationAccess, moment: Moment): boolean {
  const { childId, laCode, practiceId, accessFrom, accessUntil } = allocation;
  if (viewer.audience !== 'practice') return canReadAllocationsOf(viewer, childId, moment);
  if (viewer.practiceId !== practiceId || viewer.hiddenChildIds.includes(childId)) return false;
  if (viewer.breakGlass !== null) {
    return (
      !isGlassOver(viewer, moment.now) && viewer.namedChildIds.includes(childId) && viewer.laCodes.includes(laCode)
    );
  }
  return accessFrom <= moment.now && (accessUntil === null || moment.now < accessUntil);
}

/**
 * Who reads all allocations of a child: its authority's staff and machines, unless the record is restricted to others; IROs
 * and inspectors of the children named to them, because allocations are part of the record and of no list.
 */
export function canReadAllocationsOf(viewer: Viewer, childId: string, { today, now }: Moment): boolean {
  if (viewer.hiddenChildIds.includes(childId) || isGlassOver(viewer, now)) return false;
  const namedOnly = viewer.audience === 'inspector' || seesNamedChildrenOnly(viewer);
  if (namedOnly && !viewer.namedChildIds.includes(childId)) return false;
  return readsForAuthority(viewer, laCodeOfChild(childId), { scope: 'contracts', today });
}
