import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import type { ReviewEntity } from './review.entity.ts';

/** A review, as read for the graph. */
export type ReviewRow = Pick<ReviewEntity, 'childId' | 'id' | 'heldOn' | 'participation'>;

export type ReviewLoader = RowsOfChildren<ReviewRow>;

/** The reviews of a child, oldest first. */
export function reviewLoader(request: RequestForRows): ReviewLoader {
  return rowsOfChildren<ReviewRow>(request, 'REVIEWS', {
    select: 'SELECT child_id AS "childId", id, held_on AS "heldOn", participation FROM review',
    orderBy: 'held_on, id',
  });
}
