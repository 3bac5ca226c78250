import type { Viewer } from '@mainstay/subgraph-kit';

/**
 * Who may import an authority's return, and see the return, its imports and their faults: its analysts and managers.
 *
 * Nobody else: a return holds every child of the authority, so commissioners, practices, inspectors and integrators see
 * what is made of it and not the rows. Nor anybody under a broken glass, which is for one child.
 */
export function canImport({ role, laCodes, breakGlass }: Viewer, laCode: string): boolean {
  return (role === 'la-analyst' || role === 'la-manager') && breakGlass === null && laCodes.includes(laCode);
}

/** The authority whose returns the viewer works with; null for those who work with none. */
export function importingAuthority(viewer: Viewer): string | null {
  const [laCode] = viewer.laCodes;
  return laCode !== undefined && canImport(viewer, laCode) ? laCode : null;
}

/**
 * The viewer as an import itself works for it: a return is loaded whole, children hidden from the one who sent it among
 * them. Nothing that such a viewer reads is ever answered.
 */
export function forWholeReturn(viewer: Viewer): Viewer {
  return { ...viewer, hiddenChildIds: [] };
}
