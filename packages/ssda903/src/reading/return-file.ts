import type { TableName } from '../tables/tables.ts';

/** Why a row cannot be used whatever it says. `checkReturn` turns each into a fault that keeps the row out. */
export type RowProblem =
  'too-few-cells' | 'too-many-cells' | 'control-characters' | 'other-year' | 'table-not-collected';

/** One row of a file, as read. */
export interface RowIn {
  /** The line of the file on which the row begins; the column names are usually on line 1. */
  readonly line: number;
  /** One cell per column of the table, in the table's own order: trimmed, upper-cased, dates as `DD/MM/YYYY`. */
  readonly cells: readonly string[];
  readonly problem: RowProblem | null;
}

/** How the bytes of a file were turned into text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What separates the cells of a file. */
export type Delimiter = ',' | ';' | '\t';

/** A file of the return, read but not yet checked. */
export interface ReturnFile {
  readonly name: string;
  /** The table the columns belong to; null when the file was refused. */
  readonly table: TableName | null;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly rows: readonly RowIn[];
  /** What was tolerated or passed over, in sentences for the person who loads the file. */
  readonly notes: readonly string[];
  /** Why nothing of the file can be used and what to do about it; null when it can be used. */
  readonly refusal: string | null;
}
