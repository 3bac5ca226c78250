import type { PlainDate } from '@mainstay/primitives';
import { formatShortDate } from '../format/format.ts';

/** A day for a column of a table: `2 Apr 2025`, never broken over two lines. */
export function dayInColumn(day: PlainDate): string {
  return formatShortDate(day).replaceAll(' ', '\u00a0');
}
