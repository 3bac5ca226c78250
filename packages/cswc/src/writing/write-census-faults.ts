import type { CensusFault } from '../checking/fault.ts';

const columns = ['Worker', 'Line', 'Fields', 'Rule', 'Kept out', 'Message'];

/** Faults as the text of a CSV file, one a line: UTF-8 with its mark, lines end with CR LF. */
export function writeCensusFaults(faults: Iterable<CensusFault>): string {
  const lines = [columns.join(',')];
  for (const { worker, line, fields, rule, keepsWorkerOut, message } of faults) {
    const cells = [worker ?? '', line ?? '', fields.join(' '), rule, keepsWorkerOut ? 'yes' : 'no', message];
    lines.push(cells.map((cell) => quoted(String(cell))).join(','));
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
