import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import { rowOnDay, type RequestForDays, type RowOnDay } from '../row-on-day.ts';
import type { LegalStatusPeriodEntity } from './legal-status.entity.ts';

/** A legal status held, as read for the graph. */
export type LegalStatusRow = Pick<LegalStatusPeriodEntity, 'childId' | 'legalStatus' | 'startedOn' | 'endedOn'>;

export type LegalStatusLoader = RowsOfChildren<LegalStatusRow>;
export type LegalStatusOnDayLoader = RowOnDay<Pick<LegalStatusRow, 'legalStatus'>>;

/** The legal statuses a child has held, oldest first. */
export function legalStatusLoader(request: RequestForRows): LegalStatusLoader {
  return rowsOfChildren<LegalStatusRow>(request, 'LEGAL_STATUSES', {
    select: `
      SELECT child_id AS "childId", legal_status AS "legalStatus", started_on AS "startedOn", ended_on AS "endedOn"
      FROM legal_status_period`,
    orderBy: 'started_on',
  });
}

/** The legal status a child holds on a day, or null when not looked after. The day a status ends is the first of the next. */
export function legalStatusOnDayLoader(request: RequestForDays): LegalStatusOnDayLoader {
  return rowOnDay(request, 'LEGAL_STATUSES', {
    columns: 'held.legal_status AS "legalStatus"',
    from: `JOIN legal_status_period AS held ON held.la_code = asked.la_code AND held.child_id = asked.child_id
      AND held.started_on <= asked.day AND (held.ended_on IS NULL OR held.ended_on > asked.day)`,
    first: 'held.started_on DESC',
  });
}
