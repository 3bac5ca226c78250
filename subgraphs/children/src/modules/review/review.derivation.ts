import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { column, type ReturnedRow } from '../../history/child-returns.ts';

/** A review as the returns of all years have it. */
export interface DerivedReview {
  heldOn: PlainDate;
  participation: string;
}

const read = { REVIEW: column('Reviews', 'REVIEW'), REVIEW_CODE: column('Reviews', 'REVIEW_CODE') };

/** One child's reviews, oldest first. Known by their day; of several rows for one day the newest year's is believed. */
export function deriveReviews(rows: readonly ReturnedRow[]): DerivedReview[] {
  const byDay = new Map<PlainDate, { year: number; participation: string }>();
  for (const row of rows) {
    const heldOn = parseBritishDate(read.REVIEW(row) ?? '');
    if (!heldOn) continue;
    const held = byDay.get(heldOn);
    if (!held || row.year >= held.year)
      byDay.set(heldOn, { year: row.year, participation: read.REVIEW_CODE(row) ?? '' });
  }
  return [...byDay]
    .map(([heldOn, { participation }]) => ({ heldOn, participation }))
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
}
