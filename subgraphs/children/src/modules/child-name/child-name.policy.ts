import type { Viewer } from '@mainstay/subgraph-kit';

/** Who may record what an authority's children are called: its analysts and managers. */
export function canRecordName(viewer: Viewer, laCode: string): boolean {
  const records = viewer.role === 'la-analyst' || viewer.role === 'la-manager';
  return records && viewer.audience === 'la' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
