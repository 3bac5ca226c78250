import { isGlassOver, readsForAuthority, type Moment, type Viewer } from '@mainstay/subgraph-kit';
import type { InspectionRow } from './inspection.entity.ts';
import { inspectionStatus } from './inspection.status.ts';

/** Who may read an inspection: the authority's staff, its machines not; and the inspectors it names, while it is open. */
export function canReadInspection(
  viewer: Viewer,
  inspection: Pick<InspectionRow, 'laCode' | 'inspectorIds' | 'fromDay' | 'toDay' | 'closedAt'>,
  moment: Moment,
): boolean {
  if (viewer.role === 'integrator' || isGlassOver(viewer, moment.now)) return false;
  if (!readsForAuthority(viewer, inspection.laCode, { scope: 'contracts', today: moment.today })) return false;
  if (viewer.audience === 'la') return true;
  return inspection.inspectorIds.includes(viewer.subject) && inspectionStatus(inspection, moment.today) === 'OPEN';
}

/** Who may open and close an authority's inspections: its managers. */
export function canManageInspections(viewer: Viewer, laCode: string): boolean {
  const isManager = viewer.role === 'la-manager' && viewer.audience === 'la' && viewer.breakGlass === null;
  return isManager && viewer.laCodes.includes(laCode);
}
