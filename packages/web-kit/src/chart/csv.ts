/** A cell of a CSV file; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * The text of a CSV file (RFC 4180, CRLF, with a byte-order mark so that spreadsheets read it as UTF-8).
 *
 * A text that a spreadsheet would run as a formula is written with an apostrophe before it.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
