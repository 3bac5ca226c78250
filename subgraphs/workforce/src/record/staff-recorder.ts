import { ForbiddenError, NotFoundError, type Viewer } from '@mainstay/subgraph-kit';
import type { EmployerInput, Staff } from './staff-record-row.ts';

/** True when somebody of the viewer's role records facts about staff: managers, of an authority and of a practice. */
export function recordsStaff(viewer: Viewer): boolean {
  if (viewer.breakGlass !== null) return false;
  return viewer.role === 'la-manager' || viewer.role === 'swp-manager';
}

/** @throws ForbiddenError when the viewer's role records nothing about staff. */
export function requireStaffRecorder(viewer: Viewer): void {
  if (!recordsStaff(viewer)) throw new ForbiddenError('Managers record what concerns staff. Your role does not.');
}

/**
 * The employer about whose staff the viewer may record: a manager's own authority or practice.
 *
 * @throws ForbiddenError when the viewer's role records nothing about staff; NotFoundError when the employer is not the
 * viewer's own, or the practice does not serve the authority.
 */
export function recordableStaff(viewer: Viewer, { la, practice }: EmployerInput): Staff {
  requireStaffRecorder(viewer);
  if (!viewer.laCodes.includes(la)) throw new NotFoundError('There is no such employer.');
  if (viewer.role === 'la-manager') {
    if (practice) throw new ForbiddenError('The practice’s own managers record what concerns its staff.');
    return { laCode: la, employerKind: 'local-authority', employerId: la };
  }
  if (!practice || practice !== viewer.practiceId) throw new NotFoundError('There is no such employer.');
  return { laCode: la, employerKind: 'practice', employerId: practice };
}
