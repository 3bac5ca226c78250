import type { NamedTableSpec } from '../tables/tables.ts';
import type { XmlRefusal } from '../xml/xml-elements.ts';
import { rootElement } from '../xml/xml-form.ts';
import type { DecodedText } from './decode-text.ts';

/** The largest file that is read, in bytes: far more than a return of the whole of England. */
export const largestFile = 64 * 1024 * 1024;

/** The words for files of which nothing can be used. Each says what to do. */
export const refusals = {
  empty: 'The file is empty. Leave it out, or export the table again with its row of column names.',
  tooLarge:
    'The file is larger than 64 MB, which no table of this return should be. ' +
    'Check that it is the right file, or split it into parts that each begin with the row of column names.',
  xml: 'The file is XML, which holds a whole return and is not read as the CSV file of one table.',
  xmlTooLarge: 'The file is larger than 256 MB, which no return should be. Check that it is the right file.',
  xmlWithoutChildren:
    'The XML holds no child, so there is nothing to load. Export the return again, or send it as CSV files.',
  unusableXml: ({ kind, line, element }: Pick<XmlRefusal, 'kind' | 'line' | 'element'>) => {
    const where = `line ${line}`;
    const words = {
      damaged: `The XML cannot be read from ${where} on: it is not well formed there. Export the return again.`,
      declarations:
        `The XML declares a document type on ${where}. A return has none, and files that declare one are not ` +
        'read, because they can have other files read in their place. Take the declaration out.',
      'not-a-return':
        `The XML is not an SSDA903 return: its first element, on ${where}, is not ${rootElement}. ` +
        'Export the return in the form for SSDA903, or send it as CSV files.',
      repeated:
        `${element} on ${where} is there for the second time in the same element, so it is not known which is ` +
        'right. Keep one of them and load the file again.',
    };
    return words[kind];
  },
  mixed:
    'An XML file is a whole return, so it is loaded alone. Send either the XML file or the other files: ' +
    'both together would say everything twice.',
  damagedWorkbook:
    'The workbook cannot be read: it is damaged, or it is an archive of another kind. ' +
    'Open it in a spreadsheet program and save it again as .xlsx, or save each sheet as CSV.',
  hugeWorkbook:
    'The workbook would unpack to more than 512 MB, which no return should. Check that it is the right file.',
  emptyWorkbook:
    'No sheet of the workbook holds a table of this return. ' +
    'The first row of each sheet must hold the column names of one table, such as CHILD, DECOM, RNE for episodes.',
  unknown:
    'None of the columns belongs to a table of this return. ' +
    'The first row must hold the column names of one table, such as CHILD, DECOM, RNE for episodes.',
  workbookKinds: {
    workbook:
      'The file is a spreadsheet workbook, whatever its name says. ' +
      'Open it, choose Save as, CSV UTF-8 (comma delimited), one file per sheet, and load those files.',
    'old-workbook':
      'The file is a spreadsheet workbook of an old kind, or one protected by a password, whatever its name says. ' +
      'Open it, save it as .xlsx without a password or each sheet as CSV UTF-8, and load that.',
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
