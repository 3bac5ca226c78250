import { addDays, isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { AuditEventFilter, AuditKind } from '../generated/operations.ts';
import { kindsInWords } from './audit-words.ts';
import { startOfDay } from './london-day.ts';

/** What the audit is searched for. It is all in the page's address, which never holds a name. */
export interface AuditFilters {
  /** The first and the last day; null leaves that end open. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Whose doings: the identifier they sign in with. */
  readonly person: string | null;
  readonly kind: AuditKind | null;
  /** The number their authority calls a child by. */
  readonly childNumber: string | null;
  /** The cursor before this page; null on the first. */
  readonly after: string | null;
}

/** The filters that an address asks for. What it says wrongly is passed over. */
export function filtersFromAddress(search: URLSearchParams): AuditFilters {
  const day = (name: string) => {
    const value = search.get(name) ?? '';
    return isPlainDate(value) ? value : null;
  };
  return {
    from: day('from'),
    to: day('to'),
    person: search.get('person') || null,
    kind: kindsInWords.find(({ kind }) => kind === search.get('kind'))?.kind ?? null,
    childNumber: search.get('child')?.trim() || null,
    after: search.get('after') || null,
  };
}

/** The search part of the address that asks for these filters, `?` included; empty when it would say nothing. */
export function addressOfFilters(filters: Partial<AuditFilters>): string {
  const { childNumber: child, ...rest } = filters;
  const said = Object.entries({ ...rest, child }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : '';
}

/** The filter to give to the graph; `childId` is that of the number asked for. */
export function filterOf(filters: AuditFilters, childId: string | null): AuditEventFilter {
  const { from, to, person, kind } = filters;
  return {
    from: from && startOfDay(from),
    // The graph takes what is before an instant, the reader a last day.
    to: to && startOfDay(addDays(to, 1)),
    personId: person,
    childId,
    kinds: kind && [kind],
  };
}
