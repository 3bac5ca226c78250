import type { Viewer } from '@mainstay/subgraph-kit';

/**
 * Who may end a person's sessions: the person, and a manager of an authority that the person belongs to. `laCodes` are
 * the authorities the person was here for.
 */
export function canSignOut(viewer: Viewer, person: { id: string; laCodes: readonly string[] }): boolean {
  if (viewer.scopes !== null || viewer.breakGlass !== null) return false;
  if (viewer.subject === person.id) return true;
  return viewer.role === 'la-manager' && person.laCodes.some((laCode) => viewer.laCodes.includes(laCode));
}
