import type { PlainDate } from '@mainstay/primitives';
import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';

/** A time with a practice, as contracts told it. */
export interface AllocationSpan {
  readonly childId: string;
  readonly practiceId: string;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

export type AllocationSpanLoader = RowsOfChildren<AllocationSpan>;

/** The practices a child has been with, oldest first; to a practice, its own times alone. */
export function allocationSpanLoader(request: RequestForRows): AllocationSpanLoader {
  return rowsOfChildren<AllocationSpan>(request, 'SOCIAL_WORKERS', {
    select: `
      SELECT child_id AS "childId", practice_id AS "practiceId", started_on AS "startedOn", ended_on AS "endedOn"
      FROM allocation`,
    orderBy: 'started_on, id',
  });
}
