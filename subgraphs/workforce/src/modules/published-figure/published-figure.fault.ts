/** Something wrong with a file of published figures: `PublishedFileFault` of the graph. */
export interface PublishedFileFault {
  readonly file: string;
  /** The line; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly rule: PublishedFileRule;
  readonly message: string;
}

/** What is wrong and what to do, by rule. No message repeats a cell. */
const messages = {
  'not-text': 'This is no CSV file. Save the table as CSV (a workbook or a PDF will not do) and send it again.',
  'empty-file': 'The file has no rows. Check that the download was complete.',
  'unclosed-quote': 'A quotation mark is opened here and not closed before the cell ends. Close it or take it out.',
  'unknown-column':
    'The files of indicators and of headline measures have no such column. Check that it is one of them; take the column out if it was added.',
  'missing-column': 'The file lacks this column. Download the whole table again, with all its indicators.',
  'column-twice': 'The file has this column twice. Take one out.',
  'row-length': 'The row has another number of cells than the heading. Check for a delimiter too many or too few.',
  'unknown-year': 'A year of four digits from 2005 is expected. Correct it, or take out rows below the table.',
  'unknown-level': 'National, Regional or Local authority is expected. Correct it, or take the row out.',
  'unknown-code':
    'This is no ONS code of England (E92…), of a region (E12…, E13…) or of an authority (E06…, E08…, E09…, E10…) as the row’s level demands. Correct it.',
  'unknown-authority-number': 'The Department’s number of an authority is three digits. Correct it.',
  'joint-return':
    'A joint return names each authority in both code columns and in the name, in one order, with / between them.',
  'unknown-figure':
    'A number without thousands separators is expected, or one of the publisher’s symbols (z, x, :, c, low, k, ~, u). Correct the cell.',
  'row-twice': 'The file has this place and year twice. Take one of the rows out.',
} as const;

/** A rule that a file of published figures can break. */
export type PublishedFileRule = keyof typeof messages;

/** A fault, in words. */
export function publishedFileFault(
  file: string,
  rule: PublishedFileRule,
  { row = null, column = null }: { row?: number | null; column?: string | null } = {},
): PublishedFileFault {
  return { file, row, column, rule, message: messages[rule] };
}
