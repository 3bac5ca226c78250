import { laCodeOfChild, type Viewer } from '@mainstay/subgraph-kit';
import type { AuditEventRow } from './audit-event.entity.ts';

/** Who may read an authority's audit: its managers. */
export function canReadAudit(viewer: Viewer, laCode: string): boolean {
  return viewer.role === 'la-manager' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}

/** Who may read what an inspection's inspectors viewed: the authority's managers, and the inspectors themselves. */
export function canReadLog(viewer: Viewer, inspectionId: string): boolean {
  return isInspector(viewer, inspectionId) || canReadAudit(viewer, laCodeOfInspection(inspectionId));
}

/** Who may read who looked at a child: the authority's managers, and the child's Independent Reviewing Officer. */
export function canReadAccesses(viewer: Viewer, childId: string): boolean {
  if (viewer.role === 'la-iro') return viewer.breakGlass === null && viewer.namedChildIds.includes(childId);
  return canReadAudit(viewer, laCodeOfChild(childId));
}

/**
 * Who may read an event: a manager, unless it opened or changed the record of a child who is restricted to others; an
 * inspector, one of their own inspection about children of the sample.
 */
export function canReadEvent(viewer: Viewer, event: AuditEventRow): boolean {
  const concerned = [...event.openedIds, ...event.changedIds];
  if (event.inspectionId !== null && isInspector(viewer, event.inspectionId)) {
    return concerned.every((id) => viewer.namedChildIds.includes(id));
  }
  return canReadAudit(viewer, event.laCode) && !concerned.some((id) => viewer.hiddenChildIds.includes(id));
}

/** The authority under an inspection, read from its id; empty when there is none in it. */
export function laCodeOfInspection(inspectionId: string): string {
  return laCodeOfChild(inspectionId);
}

function isInspector({ audience, inspection }: Viewer, inspectionId: string): boolean {
  return audience === 'inspector' && inspection?.id === inspectionId;
}
