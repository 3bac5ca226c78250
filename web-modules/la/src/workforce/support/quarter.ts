import type { PlainDate } from '@mainstay/primitives';

/** The last calendar quarter whose time diaries can be told of: it ended at least a fortnight before a day. */
export function lastQuarter(day: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - DAYS_TO_ENTER);
  const first = Math.floor(before.getUTCMonth() / 3) * 3;
  const from = new Date(Date.UTC(before.getUTCFullYear(), first - 3, 1));
  const to = new Date(Date.UTC(before.getUTCFullYear(), first, 0));
  return { from: plain(from), to: plain(to) };
}

/** How long after the quarter its days may still be entered. */
const DAYS_TO_ENTER = 15;

function plain(date: Date): PlainDate {
  return date.toISOString().slice(0, 10) as PlainDate;
}
