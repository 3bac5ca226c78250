import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { readRows, type ReceivedFile } from '../reading/read-return-file.ts';
import { recogniseTable } from '../reading/recognise-table.ts';
import { largestFile, listed, refusals } from '../reading/refusals.ts';
import { refusedFile, type ReturnFile } from '../reading/return-file.ts';
import type { SplitRow } from '../reading/split-cells.ts';
import { cellText, type DateSystem } from './workbook-cell.ts';
import { largestUnpacked, unpackedSize } from './workbook-size.ts';

/**
 * Reads a workbook: a `ReturnFile` for each sheet that holds a table, recognised by its columns like a CSV file and
 * called by the file and the sheet (`return.xlsx: Episodes`). Rows are numbered as the sheet numbers them. Sheets that
 * are hidden, or whose first row names no column of any table, are passed over, and a note says so.
 *
 * Never throws. A workbook of which nothing can be used comes back as one `ReturnFile` with a `refusal`.
 */
export async function readWorkbook(received: ReceivedFile): Promise<ReturnFile[]> {
  const { name, bytes } = received;
  const refused = (refusal: string): ReturnFile[] => [refusedFile({ name, form: 'workbook', refusal })];
  if (bytes.length > largestFile) return refused(refusals.tooLarge);
  const size = unpackedSize(bytes);
  if (size === null) return refused(refusals.damagedWorkbook);
  if (size > largestUnpacked) return refused(refusals.hugeWorkbook);
  const workbook = await opened(bytes);
  if (workbook === null) return refused(refusals.damagedWorkbook);

  const passedOver: string[] = [];
  const files: ReturnFile[] = [];
  for (const sheet of workbook.sheets) {
    const file = sheet.hidden || sheet.veryHidden ? null : readSheet(sheet, received, workbook.dateSystem ?? '1900');
    if (file) files.push(file);
    else if (sheet.rows.length > 0) passedOver.push(sheet.name);
  }
  const [first, ...others] = files;
  if (!first) return refused(refusals.emptyWorkbook);
  if (passedOver.length === 0) return files;
  const note = `Passed over the ${passedOver.length === 1 ? 'sheet' : 'sheets'} ${listed(passedOver)}: hidden, or no table of the return.`;
  return [{ ...first, notes: [...first.notes, note] }, ...others];
}

async function opened(bytes: Uint8Array): Promise<Workbook | null> {
  try {
    return await readXlsx(bytes, { readStyles: true });
  } catch {
    // The library says what is wrong in the terms of the format, which helps nobody who loads a return.
    return null;
  }
}

/** The table of a sheet; null when none of its columns is a table's. */
function readSheet({ name, rows, cells }: Sheet, received: ReceivedFile, system: DateSystem): ReturnFile | null {
  const headAt = rows.findIndex((row) => row.some((value) => value !== null && value !== ''));
  if (headAt < 0) return null;
  const headings = (rows[headAt] ?? []).map((value) => cellText(value, null, { system, format: null }));
  const recognised = recogniseTable(headings);
  if (recognised.kind === 'unknown') return null;

  const table = recognised.kind === 'table' ? recognised.table : null;
  const columnAt = new Map(table?.columns.map((column, index) => [recognisedAt(recognised, index), column]));
  const body = rows.slice(headAt + 1).map((row, index): SplitRow => {
    const rowAt = headAt + 1 + index;
    const texts = row.map((value, at) => {
      const format = typeof value === 'number' ? (cells?.get(`${rowAt},${at}`)?.style?.numFmt ?? null) : null;
      return cellText(value, columnAt.get(at) ?? null, { system, format });
    });
    // A sheet ends each row where its last cell is: what is not there is blank, not missing.
    while (texts.length < headings.length) texts.push('');
    return { line: rowAt + 1, cells: texts };
  });
  return readRows({
    name: `${received.name}: ${name}`,
    form: 'workbook',
    encoding: null,
    delimiter: null,
    year: received.year,
    rows: [{ line: headAt + 1, cells: headings }, ...body],
  });
}

function recognisedAt(recognised: ReturnType<typeof recogniseTable>, index: number): number {
  return recognised.kind === 'table' ? (recognised.positions[index] ?? -1) : -1;
}
