import type { Context } from '../../context.ts';
import { ofOwnerSql, ownerParams, type RecordsOwner } from '../../record/records-of-owner.ts';
import type { ReviewConcernEntity, ReviewDecisionEntity } from './review-meeting.outcome-entity.ts';
import { reviewConcernStore, reviewDecisionStore } from './review-meeting.store.ts';

const MOST = 200;

/** Which list, of whose children, and how much of it. */
export interface ListWanted {
  /** Its name in the graph. */
  readonly name: string;
  /** Null when the viewer lists nothing of the owner's. */
  readonly owner: RecordsOwner | null;
  readonly first: number;
}

/** What reviews decided and is open, by the day it is due. */
export async function openReviewDecisions(context: Context, list: ListWanted): Promise<ReviewDecisionEntity[]> {
  const rows = `${reviewDecisionStore.select} WHERE ${ofOwnerSql('review_meeting_decision', 'CARE_PLANNING')}
    AND status = 'OPEN' ORDER BY due_on, id LIMIT $6`;
  return listed(context, list, rows);
}

/** Concerns of reviewing officers that are not resolved, by the day an answer is asked for. */
export async function openReviewConcerns(context: Context, list: ListWanted): Promise<ReviewConcernEntity[]> {
  const rows = `${reviewConcernStore.select} WHERE ${ofOwnerSql('review_meeting_concern', 'REVIEW_PREPARATION')}
    AND NOT is_resolved ORDER BY answer_by, id LIMIT $6`;
  return listed(context, list, rows);
}

async function listed<Row extends { readonly childId: string }>(
  { db, touched }: Context,
  { name, owner, first }: ListWanted,
  sql: string,
): Promise<Row[]> {
  if (!owner) return [];
  const rows = await db.query<Row>(sql, [...ownerParams(owner), Math.min(Math.max(first, 0), MOST)]);
  touched.list(
    name,
    rows.map(({ childId }) => childId),
  );
  return rows;
}
