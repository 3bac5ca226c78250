import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import type { PeriodOfCareEntity } from './period-of-care.entity.ts';

/** A period of care, as read for the graph. */
export type PeriodOfCareRow = Pick<PeriodOfCareEntity, 'childId' | 'startedOn' | 'isStartKnown' | 'endedOn'>;

export type PeriodOfCareLoader = RowsOfChildren<PeriodOfCareRow>;

/** The periods of care of a child, oldest first. */
export function periodOfCareLoader(request: RequestForRows): PeriodOfCareLoader {
  return rowsOfChildren<PeriodOfCareRow>(request, 'EPISODES', {
    select: `SELECT child_id AS "childId", started_on AS "startedOn", is_start_known AS "isStartKnown",
        ended_on AS "endedOn"
      FROM period_of_care`,
    orderBy: 'started_on',
  });
}
