import { formatBritishDate, type PlainDate } from '@mainstay/primitives';
import type { RecordedRow } from '../../record/recorded-row.ts';
import type { RecordPart } from '../child/child.parts-policy.ts';

/** Where a line comes from. */
export interface SummarySource {
  readonly title: string;
  readonly id: string | null;
}

/** One line: something recorded, or what is missing. */
export interface SummaryItem {
  readonly label: string;
  readonly text: string | null;
  readonly missing: string | null;
  readonly source: SummarySource | null;
  readonly asAt: PlainDate | null;
  readonly part: RecordPart | null;
  /** The regulator's number of the worker it is about. */
  readonly workerId?: string;
  /** Subject of the person it is about. */
  readonly personId?: string;
}

/** The parts of a summary: `SummarySectionKind` of the graph. */
export type SummarySectionKind =
  | 'WHO'
  | 'OWN_WORDS'
  | 'WHO_MATTERS'
  | 'LEAD_PROFESSIONAL'
  | 'PLACEMENT'
  | 'LEGAL_STATUS'
  | 'PLAN'
  | 'RISKS'
  | 'HEALTH'
  | 'EDUCATION'
  | 'NEXT_DUE'
  | 'LAST_VISITS';

/** A line with something in it. */
export function told(
  label: string,
  text: string,
  from: Pick<SummaryItem, 'source' | 'asAt' | 'part'> & Pick<Partial<SummaryItem>, 'workerId' | 'personId'>,
): SummaryItem {
  return { label, text, missing: null, ...from };
}

/** A line that says what is missing. */
export function missing(label: string, what: string, part: RecordPart | null): SummaryItem {
  return { label, text: null, missing: what, source: null, asAt: null, part };
}

/** Where an entry comes from that somebody recorded here, and the day it is true of. */
export function from(
  row: RecordedRow,
  { what, day, part }: { readonly what: string; readonly day: PlainDate; readonly part: RecordPart },
): Pick<SummaryItem, 'source' | 'asAt' | 'part'> {
  return { source: { title: `${what} recorded here`, id: row.id }, asAt: day, part };
}

/** Where what is worked out from the returns comes from. */
export function fromReturns(
  id: string | null,
  day: PlainDate,
  part: RecordPart | null,
): Pick<SummaryItem, 'source' | 'asAt' | 'part'> {
  return { source: { title: 'SSDA903 return', id }, asAt: day, part };
}

/** A day as it is read. */
export function on(day: PlainDate): string {
  return formatBritishDate(day);
}

/** Text of at most this many characters, cut between words. */
export function shortened(text: string, longest = 280): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))} …`;
}

/** A value of an enumeration in words. */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}
