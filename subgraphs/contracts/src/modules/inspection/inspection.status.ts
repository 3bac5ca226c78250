import type { PlainDate } from '@mainstay/primitives';
import type { InspectionRow } from './inspection.entity.ts';

/** Where an inspection stands; the values of the GraphQL enum `InspectionStatus`. */
export type InspectionStatus = 'AGREED' | 'OPEN' | 'CLOSED';

/** What of an inspection says where it stands. */
export type InspectionTerm = Pick<InspectionRow, 'fromDay' | 'toDay' | 'closedAt'>;

/** Where the inspection stands today: its first and last day belong to it, unless the authority closed it. */
export function inspectionStatus({ fromDay, toDay, closedAt }: InspectionTerm, today: PlainDate): InspectionStatus {
  if (toDay < today || closedAt !== null) return 'CLOSED';
  return today < fromDay ? 'AGREED' : 'OPEN';
}
