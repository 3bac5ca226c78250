import { columnIndex, type ColumnOf, type TableName } from '@mainstay/ssda903';
import { collectionYear, type PlainDate } from '@mainstay/primitives';

/** A row of a return as it is held, of whatever collection year. */
export interface ReturnedRow {
  readonly year: number;
  /** Where it stands among the year's rows of its table. */
  readonly position: number;
  /** In the order of the table's columns. */
  readonly cells: readonly string[];
}

/** Everything the returns of all years say about one child, and which returns there are. */
export interface ChildReturns {
  readonly laCode: string;
  readonly localId: string;
  readonly rows: ReadonlyMap<TableName, readonly ReturnedRow[]>;
  /** Collection years of which the authority's table is loaded, whether or not the child is in it. */
  readonly loadedYears: ReadonlyMap<TableName, readonly number[]>;
  /** When the newest of the rows was loaded. */
  readonly recordedAt: Date;
}

/** A reader of one column of one table: an empty cell is null. */
export function column<T extends TableName>(table: T, name: ColumnOf<T>): (row: ReturnedRow) => string | null {
  const index = columnIndex(table, name);
  return (row) => row.cells[index] || null;
}

/** The last day of a collection year. */
export function lastDayOf(year: number): PlainDate {
  return collectionYear(year).to;
}

/** The earlier of two days. */
export function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}

/** The later of two days. */
export function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
