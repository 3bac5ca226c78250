import type { Fault } from '../checking/fault.ts';

/** What the file of faults tells of one fault. */
export interface FaultLine extends Pick<
  Fault,
  'file' | 'fields' | 'ruleCode' | 'message' | 'whatToDo' | 'keepsRowOut'
> {
  /** The row of the file; null when the fault is the whole file's. */
  readonly row: number | null;
  readonly table: string | null;
  /** Null when the row names no child. */
  readonly childLocalId: string | null;
}

const COLUMNS = ['file', 'row', 'table', 'field', 'rule', 'child', 'kept_out', 'message', 'what_to_do'];

/**
 * Faults as the text of a CSV file, one a line: UTF-8 without a byte order mark, comma, lines ended by CRLF, for
 * spreadsheets. A cell that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function writeFaults(faults: Iterable<FaultLine>): string {
  const lines = [COLUMNS.join(',')];
  for (const fault of faults) {
    const { file, row, table, fields, childLocalId, ruleCode, message, whatToDo, keepsRowOut } = fault;
    const place = [file, row === null ? '' : String(row), table ?? '', fields.join(' ')];
    const what = [ruleCode, childLocalId ?? '', keepsRowOut ? 'yes' : 'no', message, whatToDo];
    lines.push([...place, ...what].map(spreadsheetCell).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A cell of a CSV file, quoted where it must be; one that a spreadsheet would run begins with an apostrophe. */
export function spreadsheetCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
