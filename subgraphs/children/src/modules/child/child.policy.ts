import { assertUnreachable, type PlainDate } from '@mainstay/primitives';
import type { Inspection, Viewer } from '@mainstay/subgraph-kit';

/** Which children a viewer may see on a day: those of these authorities, and of them only the practice's if one is named. */
export interface ChildScope {
  readonly laCodes: readonly string[];
  /** When not null, only children allocated to this practice on the day. */
  readonly practiceId: string | null;
  readonly on: PlainDate;
}

/** What of a child's record decides who may see it. */
export interface ChildAccess {
  readonly laCode: string;
  readonly accessPracticeId: string | null;
  readonly accessFrom: PlainDate | null;
  readonly accessUntil: PlainDate | null;
}

/**
 * Who may see which children.
 *
 * - the authority's staff and integrators: the children of their own authority, those with a practice included
 * - a practice's staff: the children allocated to the practice today, of authorities it has a live contract with
 * - an inspector: the children of the authority under inspection, within the inspection's window
 *
 * Row-level security decides the same from the same viewer. A child one may not see does not exist.
 */
export function childScope(viewer: Viewer, today: PlainDate): ChildScope {
  switch (viewer.audience) {
    case 'la':
      return { laCodes: viewer.laCodes, practiceId: null, on: today };
    case 'practice':
      return { laCodes: viewer.practiceId ? viewer.laCodes : [], practiceId: viewer.practiceId, on: today };
    case 'inspector':
      return { laCodes: openLaCodes(viewer.inspection, today), practiceId: null, on: today };
    default:
      return assertUnreachable(viewer.audience);
  }
}

/** True when the scope holds the child. */
export function isInScope(scope: ChildScope, child: ChildAccess): boolean {
  if (!scope.laCodes.includes(child.laCode)) return false;
  if (scope.practiceId === null) return true;
  const { accessPracticeId, accessFrom, accessUntil } = child;
  if (accessPracticeId !== scope.practiceId || accessFrom === null || accessUntil === null) return false;
  return accessFrom <= scope.on && accessUntil >= scope.on;
}

function openLaCodes(inspection: Inspection | null, today: PlainDate): string[] {
  return inspection && inspection.from <= today && today <= inspection.to ? [inspection.laCode] : [];
}
