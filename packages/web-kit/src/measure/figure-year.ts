import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import type { Measure } from './measure.ts';

/** The earliest collection year a return can be imported for. */
const FIRST_YEAR = 2010;

/** How many years are offered when nothing says which hold data. */
const YEARS_OFFERED = 5;

/** The newest collection year that has ended. */
export function lastCompleteYear(today: PlainDate): number {
  return collectionYearOf(today) - 1;
}

/** The year an address asks for; null when it asks for none, or for none there can be. */
export function yearFromAddress(search: URLSearchParams, today: PlainDate): number | null {
  const year = Number(search.get('year'));
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= lastCompleteYear(today) + 1 ? year : null;
}

/** What is known of the years: the returns held, as far as the viewer may see them, and measures. */
export interface YearsKnown {
  readonly held: readonly number[];
  readonly measures: readonly Measure[];
}

/**
 * The collection year to show when the address asks for none: the newest of the returns held; where those may not be
 * seen, the newest with a figure; else the newest that has ended.
 */
export function newestYearWithData({ held, measures }: YearsKnown, today: PlainDate): number {
  const known = measures.filter(({ result }) => result.__typename === 'Known').map(({ to }) => collectionYearOf(to));
  const years = held.length > 0 ? held : known;
  return years.length > 0 ? Math.max(...years) : lastCompleteYear(today);
}

/** The years a reader can choose, newest first, `shown` among them. */
export function yearsToChoose({ held, measures }: YearsKnown, shown: number, today: PlainDate): number[] {
  const last = lastCompleteYear(today);
  const offered = Array.from({ length: YEARS_OFFERED }, (_, back) => last - back);
  const measured = measures.filter(({ result }) => result.__typename === 'Known').map(({ to }) => collectionYearOf(to));
  const years = held.length > 0 ? held : [...offered, ...measured];
  return [...new Set([...years, shown])].toSorted((a, b) => b - a);
}
