import type { Viewer } from '@mainstay/subgraph-kit';

/**
 * Who may import an authority's return, and see the return, its imports and their faults: its analysts and managers.
 *
 * Nobody else: a return holds every child of the authority, so commissioners, practices, inspectors and integrators see
 * what is made of it and not the rows.
 */
export function canImport(viewer: Viewer, laCode: string): boolean {
  return (viewer.role === 'la-analyst' || viewer.role === 'la-manager') && viewer.laCodes.includes(laCode);
}

/** The authority whose returns the viewer works with; null for those who work with none. */
export function importingAuthority(viewer: Viewer): string | null {
  const [laCode] = viewer.laCodes;
  return laCode !== undefined && canImport(viewer, laCode) ? laCode : null;
}
