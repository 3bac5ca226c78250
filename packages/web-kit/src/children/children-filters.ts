import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { formatCount, formatNumber } from '../format/format.ts';
import type { ChildrenListQueryVariables, MeasurePart } from '../generated/operations.ts';

/** How many children one page lists. */
export const CHILDREN_PER_PAGE = 25;

/** Which figure's children are wanted, and which part of them. */
export interface BehindFigure {
  readonly indicator: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly part: MeasurePart;
}

/** What the list of children is narrowed to. It is all in the page's address, which never holds a name. */
export interface ChildrenFilters {
  /** Keeps those looked after on this day; null keeps those no longer looked after too. */
  readonly lookedAfterOn: PlainDate | null;
  /** Keeps those whose local id begins with this; empty keeps all. */
  readonly localIdStartsWith: string;
  readonly practice: string | null;
  readonly behind: BehindFigure | null;
  /** The cursor before this page; null on the first. */
  readonly after: string | null;
  /** The number of this page, for the count of those before it. */
  readonly page: number;
}

/** The parts of a figure's children in the order offered, as words. */
export const PARTS: readonly { readonly part: MeasurePart; readonly words: string }[] = [
  { part: 'NUMERATOR', words: 'Counted in the figure' },
  { part: 'REMAINDER', words: 'Not counted' },
  { part: 'NOT_KNOWN', words: 'Not known' },
  { part: 'DENOMINATOR', words: 'All it is about' },
];

/**
 * The filters that an address asks for. Without any, the list is of those looked after today; behind a figure it is of
 * all behind it. What an address says wrongly is passed over.
 */
export function filtersFromAddress(search: URLSearchParams, today: PlainDate): ChildrenFilters {
  const behind = behindFromAddress(search);
  const on = search.get('on') ?? '';
  const page = Number(search.get('page'));
  const after = search.get('after');
  return {
    lookedAfterOn: isPlainDate(on) ? on : on === 'any' || behind ? null : today,
    localIdStartsWith: (search.get('id') ?? '').trim(),
    practice: search.get('practice') || null,
    behind,
    after: after || null,
    page: after && Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The search part of the address that asks for these filters, `?` included; empty when it would say nothing. */
export function addressOfFilters(filters: Partial<ChildrenFilters>): string {
  const search = new URLSearchParams();
  const { lookedAfterOn, localIdStartsWith, practice, behind, after, page } = filters;
  if (lookedAfterOn) search.set('on', lookedAfterOn);
  else if (lookedAfterOn === null && !behind) search.set('on', 'any');
  if (localIdStartsWith) search.set('id', localIdStartsWith);
  if (practice) search.set('practice', practice);
  if (behind) {
    search.set('indicator', behind.indicator);
    search.set('from', behind.from);
    search.set('to', behind.to);
    search.set('part', behind.part);
  }
  if (after) {
    search.set('after', after);
    search.set('page', String(page ?? 2));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** The variables of the operation for these filters, within one authority or without. */
export function variablesOfFilters(
  filters: ChildrenFilters,
  la: string | null,
  today: PlainDate,
): ChildrenListQueryVariables {
  return {
    la,
    practice: filters.practice,
    lookedAfterOn: filters.lookedAfterOn,
    localIdStartsWith: filters.localIdStartsWith || null,
    behind: filters.behind,
    first: CHILDREN_PER_PAGE,
    after: filters.after,
    past: dayOfList(filters, today) !== today,
  };
}

/** The day for which the list says status, placement and worker: that of its filters, else today. */
export function dayOfList(filters: ChildrenFilters, today: PlainDate): PlainDate {
  const day = filters.lookedAfterOn ?? filters.behind?.to ?? today;
  return day > today ? today : day;
}

/** `Showing 26 to 50 of 210 children`. */
export function rangeInWords(page: number, shown: number, total: number): string {
  if (total === 0) return 'No children';
  const all = formatCount(total, 'child', 'children');
  if (shown === total) return total === 1 ? 'Showing 1 child' : `Showing all ${all}`;
  const first = (page - 1) * CHILDREN_PER_PAGE + 1;
  return `Showing ${formatNumber(first)} to ${formatNumber(first + shown - 1)} of ${all}`;
}

function behindFromAddress(search: URLSearchParams): BehindFigure | null {
  const [indicator, from, to] = ['indicator', 'from', 'to'].map((name) => search.get(name) ?? '');
  if (!indicator || !from || !to || !isPlainDate(from) || !isPlainDate(to)) return null;
  const asked = search.get('part');
  return { indicator, from, to, part: PARTS.find(({ part }) => part === asked)?.part ?? 'NUMERATOR' };
}
