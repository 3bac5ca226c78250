import type { Viewer } from '../session/session.tsx';

/** Whether the viewer may break the glass: an authority's staff and a practice's, never an inspector. */
export function mayBreakGlass({ breakGlassAllowed, audience }: Viewer): boolean {
  return breakGlassAllowed ?? audience !== 'inspector';
}

/** Where the glass is broken, below a module's list of children; one that is broken is one step further down. */
export function breakGlassPath(childrenPath: string, glassId?: string): string {
  const form = `${childrenPath}/break-glass`;
  return glassId === undefined ? form : `${form}/${encodeURIComponent(glassId)}`;
}
