import type { CensusFault } from '../checking/fault.ts';

const columns = ['worker', 'line', 'field', 'rule', 'kept_out', 'message'];

/** Faults as the text of a CSV file, one a line: UTF-8, lines end with CR LF. Several elements stand in one cell. */
export function writeCensusFaults(faults: Iterable<CensusFault>): string {
  const lines = [columns.join(',')];
  for (const { worker, line, fields, rule, keepsWorkerOut, message } of faults) {
    const cells = [worker ?? '', line ?? '', fields.join(' '), rule, keepsWorkerOut ? 'yes' : 'no', message];
    lines.push(cells.map((cell) => quoted(String(cell))).join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
