import type { Viewer } from '@mainstay/subgraph-kit';
import { dutyKinds, type DutyKind } from '../../duties/duty-kind.ts';
import { isWithheld, mayOpenRecord, type ChildParts } from '../child/child.parts-policy.ts';

/**
 * True when a duty towards a child may be told to the viewer: as the part of the record it belongs to; what is the
 * authority's alone, to nobody of a practice. Row-level security says the same of the rows.
 */
export function maySeeDuty(viewer: Viewer, child: ChildParts, kind: DutyKind): boolean {
  if (!mayOpenRecord(viewer, child.id)) return false;
  const { part } = dutyKinds[kind];
  return part === null
    ? viewer.audience !== 'practice' || viewer.breakGlass !== null
    : !isWithheld(viewer, child, part);
}
