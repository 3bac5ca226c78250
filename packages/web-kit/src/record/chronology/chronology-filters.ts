import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { ChronologyKind } from '../../generated/operations.ts';

/** The kinds of fact, as people say them. */
export const chronologyKinds: readonly { readonly value: ChronologyKind; readonly text: string }[] = [
  { value: 'CARE', text: 'Coming into care and leaving' },
  { value: 'PLACEMENT', text: 'Placements' },
  { value: 'LEGAL_STATUS', text: 'Legal status' },
  { value: 'SOCIAL_WORKER', text: 'Social workers' },
  { value: 'ALLOCATION', text: 'Practice' },
  { value: 'REVIEW', text: 'Reviews' },
  { value: 'VISIT', text: 'Visits' },
  { value: 'CONTACT', text: 'Contact' },
  { value: 'PLAN', text: 'Plans' },
  { value: 'HEALTH', text: 'Health' },
  { value: 'EDUCATION', text: 'Education' },
  { value: 'SAFETY', text: 'Safety' },
  { value: 'LEAVING_CARE', text: 'Leaving care' },
  { value: 'VOICE', text: 'The child’s voice' },
  { value: 'DECISION', text: 'Decisions' },
];

/** What the chronology is narrowed to. */
export interface ChronologyFilters {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Empty for all. */
  readonly kinds: readonly ChronologyKind[];
}

/** The filters in an address. What cannot be meant is left out. */
export function filtersFromAddress(search: URLSearchParams): ChronologyFilters {
  const day = (name: string): PlainDate | null => {
    const value = search.get(name) ?? '';
    return isPlainDate(value) ? value : null;
  };
  const kinds = search.getAll('kind');
  return {
    from: day('from'),
    to: day('to'),
    kinds: chronologyKinds.map(({ value }) => value).filter((kind) => kinds.includes(kind)),
  };
}

/** The address of filters. */
export function addressOfFilters({ from, to, kinds }: ChronologyFilters): URLSearchParams {
  const search = new URLSearchParams();
  if (from) search.set('from', from);
  if (to) search.set('to', to);
  for (const kind of kinds) search.append('kind', kind);
  return search;
}
