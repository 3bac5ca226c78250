import { assertUnreachable, type Clock, type PlainDate } from '@mainstay/primitives';
import { hasScope, seesNamedChildrenOnly, type Inspection, type Viewer } from '@mainstay/subgraph-kit';

/**
 * Which children a viewer may see at an instant: those of these authorities that are not hidden, and of them only those
 * named, and only the practice's, where either is given.
 */
export interface ChildScope {
  readonly laCodes: readonly string[];
  /** When not null, only children allocated to this practice at the instant. */
  readonly practiceId: string | null;
  readonly at: Date;
  /** When not null, only these children. */
  readonly named: readonly string[] | null;
  /** Children whose records are restricted to others: they do not exist. */
  readonly hidden: readonly string[];
}

/** What of a child's record decides who may see it, and which parts of it. */
export interface ChildAccess {
  readonly id: string;
  readonly laCode: string;
  readonly accessPracticeId: string | null;
  readonly accessFrom: Date | null;
  /** `Infinity` while it lasts. */
  readonly accessUntil: Date | number | null;
  readonly accessFunctions: readonly string[] | null;
}

/**
 * Who may see which children.
 *
 * - the authority's staff, and machines with the scope `children`: those of their own authority, the practices' included
 * - an Independent Reviewing Officer: those it reviews
 * - a practice's staff: those allocated to the practice now, of authorities it has a live contract with
 * - an inspector: those of the authority under inspection, within the inspection's window
 * - under a broken glass: its one child, while it holds
 *
 * A child whose record is restricted to others is in nobody else's scope. Row-level security decides the same from the
 * same viewer. A child one may not see does not exist.
 */
export function childScope(viewer: Viewer, clock: Clock): ChildScope {
  const at = clock.now();
  const isOver = viewer.breakGlass !== null && Date.parse(viewer.breakGlass.until) <= at.getTime();
  return {
    laCodes: isOver ? [] : authoritiesInSight(viewer, clock.today()),
    practiceId: viewer.audience === 'practice' && viewer.breakGlass === null ? viewer.practiceId : null,
    at,
    named: seesNamedChildrenOnly(viewer) ? viewer.namedChildIds : null,
    hidden: viewer.hiddenChildIds,
  };
}

/**
 * The children of whom the viewer may learn more than lists tell, such as who was in care on a day gone by: an
 * inspector, the sample; all others, the children they may see.
 */
export function historyScope(viewer: Viewer, clock: Clock): ChildScope {
  const scope = childScope(viewer, clock);
  return viewer.audience === 'inspector' ? { ...scope, named: viewer.namedChildIds } : scope;
}

/** The authorities whose children, or some of them, the viewer may see on a day. */
export function authoritiesInSight(viewer: Viewer, today: PlainDate): readonly string[] {
  if (!hasScope(viewer, 'children')) return [];
  switch (viewer.audience) {
    case 'la':
      return viewer.laCodes;
    case 'practice':
      return viewer.practiceId ? viewer.laCodes : [];
    case 'inspector':
      return openLaCodes(viewer.inspection, today);
    default:
      return assertUnreachable(viewer.audience);
  }
}

/** True when the scope holds the child. */
export function isInScope(scope: ChildScope, child: ChildAccess): boolean {
  if (!scope.laCodes.includes(child.laCode) || scope.hidden.includes(child.id)) return false;
  if (scope.named !== null && !scope.named.includes(child.id)) return false;
  if (scope.practiceId === null) return true;
  const { accessPracticeId, accessFrom, accessUntil } = child;
  if (accessPracticeId !== scope.practiceId || accessFrom === null || accessUntil === null) return false;
  return accessFrom <= scope.at && Number(accessUntil) > scope.at.getTime();
}

function openLaCodes(inspection: Inspection | null, today: PlainDate): string[] {
  return inspection && inspection.from <= today && today <= inspection.to ? [inspection.laCode] : [];
}
