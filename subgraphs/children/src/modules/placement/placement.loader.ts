import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import { rowOnDay, type RequestForDays, type RowOnDay } from '../row-on-day.ts';
import type { PlacementEntity } from './placement.entity.ts';

/** A placement, as read for the graph. */
export type PlacementRow = Pick<
  PlacementEntity,
  | 'childId'
  | 'id'
  | 'startedOn'
  | 'endedOn'
  | 'type'
  | 'provider'
  | 'urn'
  | 'isTemporary'
  | 'isSameCarer'
  | 'reasonEnded'
  | 'distanceFromHomeMiles'
  | 'isInsideAuthority'
>;

export type PlacementLoader = RowsOfChildren<PlacementRow>;
export type PlacementOnDayLoader = RowOnDay<PlacementRow>;

const columns = `
  placement.child_id AS "childId", id, started_on AS "startedOn", ended_on AS "endedOn", type, provider, urn,
  is_temporary AS "isTemporary", is_same_carer AS "isSameCarer", reason_ended AS "reasonEnded",
  distance_from_home_miles AS "distanceFromHomeMiles", is_inside_authority AS "isInsideAuthority"`;

/** The placements of a child, oldest first. */
export function placementLoader(request: RequestForRows): PlacementLoader {
  return rowsOfChildren<PlacementRow>(request, 'PLACEMENTS', {
    select: `SELECT ${columns} FROM placement`,
    orderBy: 'started_on, is_temporary, id',
  });
}

/**
 * Where a child lives on a day, or null when in no placement.
 *
 * A temporary placement comes before the one it interrupts, which goes on meanwhile. The day a placement ends is the
 * first of the next.
 */
export function placementOnDayLoader(request: RequestForDays): PlacementOnDayLoader {
  return rowOnDay<PlacementRow>(request, 'PLACEMENTS', {
    columns,
    from: `JOIN placement ON placement.la_code = asked.la_code AND placement.child_id = asked.child_id
      AND started_on <= asked.day AND (ended_on IS NULL OR ended_on > asked.day)`,
    first: 'is_temporary DESC, started_on DESC, id DESC',
  });
}
