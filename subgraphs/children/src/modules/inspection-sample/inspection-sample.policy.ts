import type { Viewer } from '@mainstay/subgraph-kit';

/** What of an inspection decides who may see its sample. */
export interface SampleOf {
  readonly inspectionId: string;
  /** The authority under inspection, read from the id. */
  readonly laCode: string;
}

/**
 * Who may see which children are in an inspection's sample: the staff of the authority under inspection, and the
 * inspectors of this inspection. An Independent Reviewing Officer, a practice or a machine does not.
 */
export function canReadSample(viewer: Viewer, { inspectionId, laCode }: SampleOf): boolean {
  if (viewer.audience === 'inspector') return viewer.inspection?.id === inspectionId;
  const isStaff = ['la-analyst', 'la-commissioner', 'la-manager'].includes(viewer.role) && viewer.audience === 'la';
  return isStaff && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}

/** Who may choose the sample: managers and analysts of the authority under inspection. */
export function canSample(viewer: Viewer, laCode: string): boolean {
  const chooses = viewer.role === 'la-manager' || viewer.role === 'la-analyst';
  return chooses && viewer.audience === 'la' && viewer.breakGlass === null && viewer.laCodes.includes(laCode);
}
