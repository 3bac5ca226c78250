import type { Viewer } from './session.tsx';

/**
 * Which children's records are open to a reader of an authority's figures to whom not all are, as words that follow
 * “those”; null for whoever may open all that a figure is about.
 */
export function recordsOpen(viewer: Pick<Viewer, 'audience' | 'role'> | null): string | null {
  if (viewer?.audience === 'inspector') return 'in the sample';
  return viewer?.role === 'la-iro' ? 'whom you review' : null;
}
