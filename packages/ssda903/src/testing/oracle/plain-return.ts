import type { ExampleTables } from '../example-return.ts';
import type { TableName } from '../../tables/tables.ts';
import { collectionDays, dayOf } from './calendar.ts';

/** A return of one child, as the oracle draws it. */
export interface DrawnReturn {
  readonly year: number;
  readonly tables: ExampleTables;
  readonly previous: ExampleTables;
}

/** A row as the oracle reads it: text by column, and the name by which faults point at it. */
export interface PlainRow {
  readonly ref: string;
  /** The cell of a column; an empty string when it is blank. */
  readonly text: (column: string) => string;
  /** The day a cell holds; null when it is blank. */
  readonly day: (column: string) => number | null;
}

/** What an oracle knows: the rows, in the order of the file, and the first and last day of the year. */
export interface PlainReturn {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  readonly rows: (table: TableName) => readonly PlainRow[];
  readonly previousRows: (table: TableName) => readonly PlainRow[];
}

/** Says which rows break a rule, by their names. */
export type Oracle = (drawn: PlainReturn) => readonly PlainRow[];

/** Oracles by the code of the rule. */
export type Oracles = Readonly<Record<string, Oracle>>;

function plainRows(tables: ExampleTables, table: TableName): readonly PlainRow[] {
  return ((tables[table] ?? []) as readonly Readonly<Record<string, string>>[]).map((cells, index) => ({
    ref: `${table}:${index}`,
    text: (column) => cells[column] ?? '',
    day: (column) => dayOf(cells[column] ?? ''),
  }));
}

/** A drawn return as the oracle reads it. */
export function plainReturn({ year, tables, previous }: DrawnReturn): PlainReturn {
  return {
    year,
    ...collectionDays(year),
    rows: (table) => plainRows(tables, table),
    previousRows: (table) => plainRows(previous, table),
  };
}

/** Rows from the earliest to the latest; of those that begin on a day, the one that goes on longest is last. */
export function inTime(rows: readonly PlainRow[], start: string, end: string): readonly PlainRow[] {
  const forever = 1e9;
  return rows
    .filter((row) => row.day(start) !== null)
    .toSorted(
      (one, other) =>
        (one.day(start) ?? 0) - (other.day(start) ?? 0) || (one.day(end) ?? forever) - (other.day(end) ?? forever),
    );
}

/** The episodes, earliest first. */
export function episodesOf(drawn: PlainReturn): readonly PlainRow[] {
  return inTime(drawn.rows('Episodes'), 'DECOM', 'DEC');
}

/** The date of birth in Header. */
export function bornOf(drawn: PlainReturn): number | null {
  return drawn.rows('Header')[0]?.day('DOB') ?? null;
}

/** True when the value is one of some. */
export function isOneOf(value: string, ...some: readonly string[]): boolean {
  return some.includes(value);
}
