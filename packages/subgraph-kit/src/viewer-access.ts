import type { PlainDate } from '@mainstay/primitives';
import { hasScope, type Scope, type Viewer } from './viewer.ts';

/**
 * True when the viewer reads as this authority does: its own staff, its machines that were let in for `scope`, and its
 * inspectors within their window. What of it somebody sees who sees named children only, the policy of each concept says.
 */
export function readsForAuthority(
  viewer: Viewer,
  laCode: string,
  { scope, today }: { scope: Scope; today: PlainDate },
): boolean {
  if (viewer.audience === 'la') return hasScope(viewer, scope) && viewer.laCodes.includes(laCode);
  if (viewer.audience !== 'inspector' || viewer.inspection === null) return false;
  const { from, to } = viewer.inspection;
  return viewer.inspection.laCode === laCode && from <= today && today <= to;
}

/** True when the viewer is under a broken glass whose 60 minutes are over, and so sees nothing. */
export function isGlassOver({ breakGlass }: Pick<Viewer, 'breakGlass'>, now: Date): boolean {
  return breakGlass !== null && Date.parse(breakGlass.until) <= now.getTime();
}
