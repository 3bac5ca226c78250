import type { NamedTableSpec } from '../tables/tables.ts';
import type { DecodedText } from './decode-text.ts';

/** The largest file that is read, in bytes: far more than a return of the whole of England. */
export const largestFile = 64 * 1024 * 1024;

/** The words for files of which nothing can be used. Each says what to do. */
export const refusals = {
  empty: 'The file is empty. Leave it out, or export the table again with its row of column names.',
  tooLarge:
    'The file is larger than 64 MB, which no table of this return should be. ' +
    'Check that it is the right file, or split it into parts that each begin with the row of column names.',
  xml: 'The file is XML. Export the return as CSV, one file per table, and load those files.',
  unknown:
    'None of the columns belongs to a table of this return. ' +
    'The first row must hold the column names of one table, such as CHILD, DECOM, RNE for episodes.',
  workbookKinds: {
    workbook:
      'The file is a spreadsheet workbook, whatever its name says. ' +
      'Open it, choose Save as, CSV UTF-8 (comma delimited), one file per sheet, and load those files.',
    'old-workbook':
      'The file is a spreadsheet workbook of an old kind, whatever its name says. ' +
      'Open it, choose Save as, CSV UTF-8 (comma delimited), one file per sheet, and load those files.',
    pdf: 'The file is a PDF. Export the table as CSV and load that file.',
    binary: 'The file is not text. Export the table as CSV and load that file.',
  } satisfies Record<Exclude<DecodedText['kind'], 'text'>, string>,
  unclosedQuote: (line: number) =>
    `A quotation mark opened on line ${line} is not closed at the end of its cell, ` +
    'so the rows after it cannot be told apart. Close it or take it out, and load the file again.',
  incomplete: (table: NamedTableSpec, missing: readonly string[]) =>
    `The columns are nearest to the table ${table.name}, but ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. ` +
    `Export ${table.name} again with all of its columns: ${table.columns.map((column) => column.name).join(', ')}.`,
  repeated: (columns: readonly string[]) =>
    `The column ${listed(columns)} is there more than once. Keep one of them and load the file again.`,
};

/** Names in a sentence: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
