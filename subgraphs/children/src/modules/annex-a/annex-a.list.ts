import { annexALists } from '@mainstay/annex-a';
import { ageOn, type PlainDate } from '@mainstay/primitives';

/** A row that a list's statement picks: whose it is, and what its columns are made of. */
export interface AnnexARecord {
  readonly childId: string;
  readonly localId: string;
  readonly [value: string]: unknown;
}

/** What a column of a list is filled from. */
export interface AnnexAFilling {
  /** The template's own words. */
  readonly name: string;
  /** What it is filled from, in words; null where nothing is recorded for it. */
  readonly source: string | null;
  /** Why it is blank, where nothing is recorded for it, or where it can be. */
  readonly whyBlank: string | null;
  /** The cell: a day as `YYYY-MM-DD`; null where there is none. */
  readonly cell: (record: AnnexARecord, asAt: PlainDate) => string | null;
}

/** How a list is filled. */
export interface AnnexASource {
  /** 1 to 11. */
  readonly number: number;
  /** Why the list has no rows when it has none. */
  readonly whyEmpty: string;
  /**
   * SQL of the rows: `$1` the authority, `$2` the day, `$3` children hidden from the viewer. Null where nothing is recorded
   * that the list is of.
   */
  readonly sql: string | null;
  readonly columns: readonly AnnexAFilling[];
}

/** A column with nothing recorded for it. */
export function blank(name: string, whyBlank: string): AnnexAFilling {
  return { name, source: null, whyBlank, cell: () => null };
}

/** A column filled with a value that the statement picked, as text. */
export function picked(name: string, value: string, source: string, whyBlank: string | null = null): AnnexAFilling {
  return { name, source, whyBlank, cell: (record) => textOf(record[value]) };
}

/** A value of a row as text; null where there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A value of a row that is a truth; null where there is none. */
export function truthOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** Age at the last birthday, in years; -1 before birth, as the template has it. */
export function ageOf(born: unknown, asAt: PlainDate): string | null {
  if (typeof born !== 'string') return null;
  return born > asAt ? '-1' : String(ageOn(born as PlainDate, asAt));
}

/** A list of which the platform holds nothing. */
export function notHeld(number: number, whyEmpty: string): AnnexASource {
  const names = annexALists.find((list) => list.number === number)?.columns ?? [];
  return { number, whyEmpty, sql: null, columns: names.map(({ name }) => blank(name, whyEmpty)) };
}
