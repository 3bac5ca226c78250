import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';

/** True when the viewer reads as this authority does: its own staff and machines, or its inspectors within their window. */
export function readsForAuthority(viewer: Viewer, laCode: string, today: PlainDate): boolean {
  if (viewer.audience === 'la') return viewer.laCodes.includes(laCode);
  if (viewer.audience !== 'inspector' || viewer.inspection === null) return false;
  const { from, to } = viewer.inspection;
  return viewer.inspection.laCode === laCode && from <= today && today <= to;
}
