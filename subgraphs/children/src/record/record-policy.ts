import type { Role, Viewer } from '@mainstay/subgraph-kit';
import { isWithheld, type ChildParts, type RecordPart } from '../modules/child/child.parts-policy.ts';

/** The roles that record what happens in a child's life: social workers and their managers, of both organisations. */
export const RECORDING_ROLES = {
  la: ['la-worker', 'la-manager'],
  practice: ['swp-worker', 'swp-manager'],
} as const;

/** True when somebody of the viewer's role records anything at all, or facts that these other roles record too. */
export function recordsAnything(viewer: Viewer, others: readonly Role[] = []): boolean {
  if (viewer.breakGlass !== null || viewer.audience === 'inspector') return false;
  return [...RECORDING_ROLES[viewer.audience], ...others].includes(viewer.role);
}

/**
 * Who may record in a part of the record of a child they may see: social workers and managers, of a practice only what its
 * contract delegates. Nobody under a broken glass. Row-level security says the same of the rows (`guardRecordTable`).
 */
export function mayRecord(
  viewer: Viewer,
  child: ChildParts,
  { part, alsoRecordedBy = [] }: { readonly part: RecordPart; readonly alsoRecordedBy?: readonly Role[] },
): boolean {
  return recordsAnything(viewer, alsoRecordedBy) && !isWithheld(viewer, child, part);
}
