import { isCollectedIn, type NamedTableSpec } from '../tables/tables.ts';
import { decodeText } from './decode-text.ts';
import { normaliseCell } from './normalise-cell.ts';
import { recogniseTable } from './recognise-table.ts';
import { largestFile, listed, refusals } from './refusals.ts';
import {
  refusedFile,
  type Delimiter,
  type Encoding,
  type ReturnFile,
  type RowIn,
  type RowProblem,
} from './return-file.ts';
import { splitCells, type SplitRow } from './split-cells.ts';

/** A file as it was received. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The collection year it is loaded for. */
  readonly year: number;
}

/**
 * Reads one delimited file of the return: finds its encoding, its delimiter and, from its column names, its table.
 *
 * Never throws. A file of which nothing can be used comes back with a `refusal`; a row that cannot be used comes
 * back with a `problem`, which `checkReturn` turns into a fault. Rows with nothing in them are passed over. For a file
 * of whatever form there is `readSentFile`.
 */
export function readReturnFile({ name, bytes, year }: ReceivedFile): ReturnFile {
  if (bytes.length > largestFile) return refused(name, refusals.tooLarge);
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return refused(name, refusals.workbookKinds[decoded.kind]);

  const { text, encoding } = decoded;
  const start = text.trimStart();
  if (start === '') return refused(name, refusals.empty, encoding);
  if (start.startsWith('<')) return refused(name, refusals.xml, encoding);

  const split = splitCells(text);
  if (split.kind === 'unclosed-quote') return refused(name, refusals.unclosedQuote(split.line), encoding);
  const { delimiter, rows } = split;
  return readRows({ name, form: 'csv', encoding, delimiter, year, rows });
}

/** The rows of one table as cells, the first of them the column names. */
export interface RowsOfTable {
  readonly name: string;
  readonly form: 'csv' | 'workbook';
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly year: number;
  readonly rows: readonly SplitRow[];
}

/** Finds the table that rows belong to by the column names in the first of them, and reads the others. */
export function readRows({ rows: [headings, ...body], ...file }: RowsOfTable): ReturnFile {
  const { name, form, encoding } = file;
  const refuse = (refusal: string) => refusedFile({ name, form, encoding, refusal });
  if (!headings) return refuse(refusals.empty);
  const recognised = recogniseTable(headings.cells);
  if (recognised.kind === 'unknown') return refuse(refusals.unknown);
  if (recognised.kind === 'repeated') return refuse(refusals.repeated(recognised.columns));
  if (recognised.kind === 'incomplete') return refuse(refusals.incomplete(recognised.table, recognised.missing));
  return accepted({ ...file, headings, body, recognised });
}

function accepted(
  file: Omit<RowsOfTable, 'rows'> & {
    readonly headings: SplitRow;
    readonly body: readonly SplitRow[];
    readonly recognised: Extract<ReturnType<typeof recogniseTable>, { kind: 'table' }>;
  },
): ReturnFile {
  const { table, positions, extra } = file.recognised;
  const width = file.headings.cells.length;
  const yearAt = file.headings.cells.findIndex((heading) => heading.trim().toUpperCase() === 'YEAR');
  const isCollected = isCollectedIn(table.name, file.year);

  const rows: RowIn[] = [];
  for (const row of file.body) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    rows.push({
      line: row.line,
      cells: table.columns.map((column, index) => normaliseCell(row.cells[positions[index] ?? -1] ?? '', column)),
      problem: isCollected ? problemOf(row.cells, { width, yearAt, year: file.year }) : 'table-not-collected',
    });
  }
  const blank = file.body.length - rows.length;
  return {
    name: file.name,
    form: file.form,
    table: table.name,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows,
    notes: notesOn({ table, extra, blank, rows, year: file.year, encoding: file.encoding, isCollected }),
    refusal: null,
  };
}

function problemOf(
  cells: readonly string[],
  expected: { width: number; yearAt: number; year: number },
): RowProblem | null {
  if (cells.length < expected.width) return 'too-few-cells';
  if (cells.slice(expected.width).some((cell) => cell.trim() !== '')) return 'too-many-cells';
  if (cells.some(hasControlCharacter)) return 'control-characters';
  const year = cells[expected.yearAt]?.trim();
  return year && Number(year) !== expected.year ? 'other-year' : null;
}

/** Tabs and line breaks within a cell are harmless; other control characters mean the file is damaged. */
function hasControlCharacter(cell: string): boolean {
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10) return true;
  }
  return false;
}

function notesOn(read: {
  table: NamedTableSpec;
  extra: readonly string[];
  blank: number;
  rows: readonly RowIn[];
  year: number;
  encoding: Encoding | null;
  isCollected: boolean;
}): string[] {
  const notes: string[] = [];
  const { extra, blank, table } = read;
  if (extra.length > 0)
    notes.push(`Passed over ${extra.length === 1 ? 'the column' : 'the columns'} ${listed(extra)}.`);
  if (blank > 0)
    notes.push(`Passed over ${blank} ${blank === 1 ? 'row' : 'rows'} with nothing in ${blank === 1 ? 'it' : 'them'}.`);
  if (read.rows.length === 0) notes.push('The file has column names but no rows, so it changes nothing.');
  if (read.encoding !== null && read.encoding !== 'utf-8')
    notes.push(`Read as ${read.encoding}. UTF-8 is what the return asks for.`);
  if (!read.isCollected) {
    notes.push(`${table.name} is collected from ${table.collectedSince}, so its rows are not loaded for ${read.year}.`);
  }
  return notes;
}

function refused(name: string, refusal: string, encoding: Encoding | null = null): ReturnFile {
  return refusedFile({ name, form: 'csv', refusal, encoding });
}
