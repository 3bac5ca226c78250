import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import type { MissingIncidentEntity } from './missing-incident.entity.ts';

/** A time missing or away, as read for the graph. */
export type MissingIncidentRow = Pick<MissingIncidentEntity, 'childId' | 'id' | 'kind' | 'startedOn' | 'endedOn'>;

export type MissingIncidentLoader = RowsOfChildren<MissingIncidentRow>;

/** A child's times missing or away, newest first. */
export function missingIncidentLoader(request: RequestForRows): MissingIncidentLoader {
  return rowsOfChildren<MissingIncidentRow>(request, 'SAFETY', {
    select: `SELECT child_id AS "childId", id, kind, started_on AS "startedOn", ended_on AS "endedOn"
      FROM missing_incident`,
    orderBy: 'started_on DESC, id',
  });
}
