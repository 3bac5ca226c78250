import type { PlainDate } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError, type Viewer } from '@mainstay/subgraph-kit';
import type { EmployerInput, Staff } from '../../record/staff-record-row.ts';
import { canReadEmployment } from '../employment/employment.policy.ts';
import type { TransferRow } from './transfer.entity.ts';

/** Who may read a move of staff: whoever may read the employments it ends or begins. */
export function canReadTransfer(
  viewer: Viewer,
  { laCode, employerKind, employerId, toEmployerKind, toEmployerId }: TransferRow,
  today: PlainDate,
): boolean {
  return (
    canReadEmployment(viewer, { laCode, employerKind, employerId }, today) ||
    canReadEmployment(viewer, { laCode, employerKind: toEmployerKind, employerId: toEmployerId }, today)
  );
}

/**
 * An employer between which and another the viewer may move staff: the authority's managers, as the authority commissions
 * practices and ends it. Row-level security of `transfer` and `employment` says the same.
 *
 * @throws ForbiddenError when the viewer may move nobody; NotFoundError when the authority is not the viewer's own.
 */
export function movableStaff(viewer: Viewer, { la, practice }: EmployerInput): Staff {
  if (viewer.role !== 'la-manager' || viewer.breakGlass !== null) {
    throw new ForbiddenError('Managers of the authority record moves of staff. Your role does not.');
  }
  if (!viewer.laCodes.includes(la)) throw new NotFoundError('There is no such employer.');
  return practice
    ? { laCode: la, employerKind: 'practice', employerId: practice }
    : { laCode: la, employerKind: 'local-authority', employerId: la };
}
