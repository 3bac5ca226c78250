import { seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { Staff } from '../../record/staff-record-row.ts';

/**
 * Who reads a single absence: the managers of the authority the post serves, and of a practice its own. Nobody else, for it
 * tells of a colleague's health; inspectors, analysts and machines are told figures.
 */
export function canReadAbsence(viewer: Viewer, { laCode, employerKind, employerId }: Staff): boolean {
  if (seesNamedChildrenOnly(viewer)) return false;
  if (viewer.role === 'la-manager') return viewer.laCodes.includes(laCode);
  return viewer.role === 'swp-manager' && employerKind === 'practice' && viewer.practiceId === employerId;
}
