import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readsForAuthority } from '../../viewer-access.ts';
import type { AllocationRow } from './allocation.entity.ts';

/**
 * Who may read an allocation: the child's authority and its inspectors always; the practice while it holds, and not after,
 * nor before it begins: what a practice may know of a child ends with its responsibility.
 */
export function canReadAllocation(
  viewer: Viewer,
  allocation: Pick<AllocationRow, 'laCode' | 'practiceId' | 'startedOn' | 'lastDay'>,
  today: PlainDate,
): boolean {
  if (viewer.audience !== 'practice') return readsForAuthority(viewer, allocation.laCode, today);
  const holds = allocation.startedOn <= today && (allocation.lastDay === null || today <= allocation.lastDay);
  return holds && viewer.practiceId === allocation.practiceId;
}

/** Who may allocate an authority's children: its commissioners and managers, nobody else. */
export function canAllocate(viewer: Viewer, laCode: string): boolean {
  const allocates = viewer.role === 'la-commissioner' || viewer.role === 'la-manager';
  return allocates && viewer.audience === 'la' && viewer.laCodes.includes(laCode);
}
