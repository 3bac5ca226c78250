import { randomUUID } from 'node:crypto';
import { collectionYearOf, formatBritishDate, type PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { newCells, rowsOf, type ChildLife } from '../../history/child-life.ts';
import { holdReturnsOf } from '../../history/hold-returns.ts';
import type { RowChange } from '../../history/row-change.ts';
import { cellOf } from '../../history/table-keys.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { findHistoryVersion } from '../return-change/return-change.repository.ts';
import { changeHistory } from '../return-change/return-change.service.ts';
import { isInReturns } from './review-meeting.repository.ts';

/** A review as the return has it. */
export interface ReturnedReview {
  readonly heldOn: PlainDate;
  /** `REVIEW_CODE`. */
  readonly participation: string;
}

/** How a review of the return changes: `before` is null for one that is new, `after` for one that was not held after all. */
export interface ReviewChange {
  readonly before: ReturnedReview | null;
  readonly after: ReturnedReview | null;
}

/**
 * Makes the child's returns say what was recorded of a review, so that nobody types it again. Everything that can refuse it
 * does before anything is written. A child whom no return names has none to change.
 *
 * @throws RecordFault when the return could not hold the row.
 */
export async function changeReturnedReview(context: Context, child: ChildRow, change: ReviewChange): Promise<void> {
  const { db } = context;
  const { before, after } = change;
  if (before?.heldOn === after?.heldOn && before?.participation === after?.participation) return;
  await holdReturnsOf(db, child.laCode, { waitingAs: 'person' });
  const { version, isReturned } = await db.asPlatform(async (platform) => ({
    version: await findHistoryVersion(platform, child),
    isReturned: await isInReturns(platform, child),
  }));
  if (!isReturned) return;
  await changeHistory(
    context,
    { child, kind: 'REVIEW_HELD', part: 'REVIEWS', key: `review ${randomUUID()}`, basedOn: version },
    (life) => ({
      changes: changesOf(life, child, change),
      day: after?.heldOn ?? before?.heldOn ?? null,
      fieldOf: { REVIEW: 'heldOn', REVIEW_CODE: 'contribution' },
    }),
  );
}

function changesOf(life: ChildLife, child: ChildRow, { before, after }: ReviewChange): RowChange[] {
  const held = rowsOf(life, 'Reviews').filter(
    (row) => before !== null && cellOf('Reviews', row.cells, 'REVIEW') === formatBritishDate(before.heldOn),
  );
  const gone = held.map((row): RowChange => ({ year: row.year, table: 'Reviews', before: row, after: null }));
  if (after === null) return gone;
  const cells = newCells('Reviews', {
    CHILD: child.localId,
    DOB: formatBritishDate(child.dateOfBirth),
    REVIEW: formatBritishDate(after.heldOn),
    REVIEW_CODE: after.participation,
  });
  const year = collectionYearOf(after.heldOn);
  const same = gone.find((row) => row.year === year);
  const others = gone.filter((row) => row !== same);
  return [...others, { year, table: 'Reviews', before: same?.before ?? null, after: cells }];
}
