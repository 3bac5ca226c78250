import type { ColumnValue } from './insert-rows.ts';

/**
 * An array as PostgreSQL writes one, of what `value` finds in each row. The driver would make the same text, at a
 * multiple of the time, and only once the statement before has been answered.
 */
export function arrayLiteral<Row>(rows: readonly Row[], value: (row: Row) => ColumnValue): string {
  let text = '{';
  for (const [index, row] of rows.entries()) {
    if (index > 0) text += ',';
    text += element(value(row));
  }
  return `${text}}`;
}

const special = /["\\]/;

function element(value: ColumnValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return `"${value.toISOString()}"`;
  return special.test(value) ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `"${value}"`;
}
