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
  /** Whether the child is or was unaccompanied, as `HEADER` of the XML form says it; not there in other forms. */
  readonly uasc?: string;
}

/** How the bytes of a file were turned into text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What separates the cells of a file. */
export type Delimiter = ',' | ';' | '\t';

/** The form in which rows came: a delimited file of one table, the XML of a whole return, or a sheet of a workbook. */
export type ReturnForm = 'csv' | 'xml' | 'workbook';

/** A file of the return, read but not yet checked; of an XML return or a workbook, the part of it that is one table. */
export interface ReturnFile {
  /** The file, and the element or sheet where it holds more than one table: `return.xlsx: Episodes`. */
  readonly name: string;
  readonly form: ReturnForm;
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

/** A file of which nothing can be used. */
export function refusedFile(
  file: Pick<ReturnFile, 'name' | 'form'> & { readonly refusal: string; readonly encoding?: Encoding | null },
): ReturnFile {
  return { encoding: null, ...file, table: null, delimiter: null, rows: [], notes: [] };
}
