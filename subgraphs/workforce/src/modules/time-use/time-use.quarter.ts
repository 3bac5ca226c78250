import { addDays, plainDate, type PlainDate } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';

/** How many days after a quarter diaries of it may still be entered and counted. */
const DAYS_TO_ENTER = 14;

/** A calendar quarter whose time diaries are told of. */
export interface Quarter {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The first day on which it is told: the diaries are those on record at its beginning. */
  readonly toldFrom: PlainDate;
}

/**
 * The calendar quarter of these days. No two quarters share a day, so that no figure is another less a few people's days.
 *
 * @throws BadInputError when they are not the first and the last day of one.
 */
export function quarterOf(from: PlainDate, to: PlainDate): Quarter {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const next = month > 9 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, '0')}-01`;
  const isFirst = from.endsWith('-01') && month % 3 === 1;
  if (!isFirst || addDays(plainDate(next), -1) !== to) {
    throw new BadInputError('Time use is told by calendar quarters: ask from the first day of one to its last.');
  }
  return { from, to, toldFrom: addDays(to, DAYS_TO_ENTER + 1) };
}
