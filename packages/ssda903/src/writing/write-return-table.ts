import { tableSpec, type TableName } from '../tables/tables.ts';

/**
 * One table as the text of a CSV file: UTF-8 without a byte order mark, comma, lines ended by LF, every row in
 * the order of the table's columns. Read back by `readReturnFile` it gives the same cells.
 *
 * @param rows cells in the order of the table's columns.
 */
export function writeReturnTable(table: TableName, rows: Iterable<readonly string[]>): string {
  const lines = [
    tableSpec(table)
      .columns.map((column) => column.name)
      .join(','),
  ];
  for (const row of rows) lines.push(row.map(quoted).join(','));
  return `${lines.join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
