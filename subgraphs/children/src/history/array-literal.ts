import type { ColumnValue, InsertColumn } from './insert-rows.ts';

/**
 * An array as PostgreSQL writes one, of what `value` finds in each row. The driver would make the same text, at a
 * multiple of the time, and only once the statement before has been answered.
 *
 * @param type the SQL type of its elements: those of some types never hold what would have to be quoted.
 */
export function arrayLiteral<Row>(
  rows: readonly Row[],
  value: (row: Row) => ColumnValue,
  type: InsertColumn<Row>['type'],
): string {
  const element = type === 'text' || type === 'bytea' ? quoted : plain;
  let text = '{';
  for (let index = 0; index < rows.length; index++) {
    if (index > 0) text += ',';
    text += element(value(rows[index] as Row));
  }
  return `${text}}`;
}

function plain(value: ColumnValue): string {
  if (value === null) return 'NULL';
  return value instanceof Date ? `"${value.toISOString()}"` : String(value);
}

const special = /["\\]/;

function quoted(value: ColumnValue): string {
  if (typeof value !== 'string') return plain(value);
  return special.test(value) ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `"${value}"`;
}
