import type { Db } from '@mainstay/subgraph-kit';
import { rowsOfChildren, type RowsOfChildren } from '../rows-of-children.ts';
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

/** The placements of a child, oldest first. */
export function placementLoader(db: Db): PlacementLoader {
  return rowsOfChildren<PlacementRow>(db, {
    select: `
      SELECT child_id AS "childId", id, started_on AS "startedOn", ended_on AS "endedOn", type, provider, urn,
        is_temporary AS "isTemporary", is_same_carer AS "isSameCarer", reason_ended AS "reasonEnded",
        distance_from_home_miles AS "distanceFromHomeMiles", is_inside_authority AS "isInsideAuthority"
      FROM placement`,
    orderBy: 'started_on, is_temporary, id',
  });
}
