import type { ReturnRow } from '../checking/return-row.ts';
import type { ColumnOf, TableName } from '../tables/tables.ts';
import type { Finding } from './rule.ts';

/** A finding that names the columns of its own row, for rules that blame rows of several tables. */
export function findingAt<T extends TableName>(row: ReturnRow<T>, ...fields: ColumnOf<T>[]): Finding {
  return { row: row as ReturnRow, fields };
}
