import type { PlainDate } from '@mainstay/primitives';
import type { Viewer } from '@mainstay/subgraph-kit';
import type { EmployerKey } from '../modules/employment/employment.entity.ts';
import { canReadEmployment, canReadStaffOf } from '../modules/employment/employment.policy.ts';
import type { Staff } from './staff-record-row.ts';

/** The roles of an authority that read what supports its staff: not its social workers, whose colleagues they are. */
export const SUPPORT_READERS = ['la-manager', 'la-analyst', 'la-commissioner', 'integrator'] as const;

/** Who reads how a worker is supported: whoever reads the worker's posts, but no social worker of the authority. */
export function canReadSupport(viewer: Viewer, staff: Staff, today: PlainDate): boolean {
  return viewer.role !== 'la-worker' && canReadEmployment(viewer, staff, today);
}

/** Who reads how an employer's staff are supported as a whole. */
export function canReadSupportOf(viewer: Viewer, employer: EmployerKey, today: PlainDate): boolean {
  return viewer.role !== 'la-worker' && canReadStaffOf(viewer, employer, today);
}
