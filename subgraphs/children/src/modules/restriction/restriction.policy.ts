import { seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';

/** What of a restriction decides who may read it. */
export interface RestrictionAccess {
  readonly laCode: string;
  readonly childId: string;
  /** Subjects of the people named. */
  readonly named: readonly string[];
  readonly liftedAt: Date | null;
}

/**
 * Who may read a restriction: staff of the child's authority who may see the child. While it is in force those are the
 * people it names, and whoever sees the child under a broken glass. No practice, no inspector and no machine.
 */
export function canReadRestriction(viewer: Viewer, restriction: RestrictionAccess): boolean {
  const { laCode, childId, named, liftedAt } = restriction;
  if (!mayReadRestrictions(viewer) || !viewer.laCodes.includes(laCode)) return false;
  if (viewer.hiddenChildIds.includes(childId)) return false;
  if (seesNamedChildrenOnly(viewer) && !viewer.namedChildIds.includes(childId)) return false;
  return liftedAt !== null || named.includes(viewer.subject) || viewer.breakGlass?.childId === childId;
}

/** True for those who may read some restrictions: staff of authorities. The database lets nobody else ask for one. */
export function mayReadRestrictions(viewer: Viewer): boolean {
  return viewer.audience === 'la' && viewer.role !== 'integrator';
}

/** Who may place restrictions on an authority's records, and be told of all they may read: its managers. */
export function canRestrict(viewer: Viewer, laCode: string): boolean {
  const isManager = viewer.role === 'la-manager' && viewer.audience === 'la';
  return isManager && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}

/** Who may change or lift a restriction: managers it names. */
export function canChangeRestriction(viewer: Viewer, restriction: RestrictionAccess): boolean {
  return canRestrict(viewer, restriction.laCode) && restriction.named.includes(viewer.subject);
}

/**
 * The people named when a manager asks for `wanted`: the manager who placed the restriction and the one who asks are
 * always among them, so that somebody stays able to lift it.
 */
export function namedPeople(wanted: readonly string[], managers: readonly string[]): string[] {
  return [...new Set([...managers, ...wanted])];
}
