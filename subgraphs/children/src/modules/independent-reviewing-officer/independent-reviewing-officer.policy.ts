import type { Viewer } from '@mainstay/subgraph-kit';

/** Who may appoint the reviewing officers of an authority's children: its managers. */
export function canAppoint(viewer: Viewer, laCode: string): boolean {
  const isManager = viewer.role === 'la-manager' && viewer.audience === 'la';
  return isManager && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
