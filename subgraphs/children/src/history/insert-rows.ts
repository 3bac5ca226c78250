import { setImmediate as giveWay } from 'node:timers/promises';
import type { Db } from '@mainstay/subgraph-kit';
import { arrayLiteral } from './array-literal.ts';

/** A column to fill: its name, its SQL type, and where its value is found, or the value that all rows have. */
export type InsertColumn<Row> = {
  readonly name: string;
  readonly type: 'text' | 'date' | 'integer' | 'boolean' | 'timestamptz' | 'bytea';
} & ({ readonly value: (row: Row) => ColumnValue } | { readonly all: ColumnValue });

/** What a column can be filled with. */
export type ColumnValue = string | number | boolean | Date | null;

/** Rows a statement carries: enough to be fast, few enough that none is large. */
const ROWS_PER_STATEMENT = 4_000;

/**
 * Adds many rows with few statements. `COPY` would be the obvious way and does not work on a table under row-level
 * security. While the database works on one statement the next is made ready.
 *
 * @param from SQL of what is inserted, of a relation `row` with the columns; the columns as they are when left out.
 */
export async function insertRows<Row>(
  db: Db,
  table: string,
  { columns, rows, from }: { columns: readonly InsertColumn<Row>[]; rows: readonly Row[]; from?: InsertSource },
): Promise<void> {
  const names = columns.map((column) => column.name).join(', ');
  const sql = `
    INSERT INTO ${table} (${from ? from.columns : names})
    SELECT ${from ? from.select : 'row.*'} FROM (${relationOf(columns)}) AS row ${from?.join ?? ''}`;
  let sent: Promise<unknown> = Promise.resolve();
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT);
    const values = columns.map((column) =>
      'all' in column ? column.all : arrayLiteral(chunk, column.value, column.type),
    );
    await sent;
    sent = db.query(sql, values);
    // It is awaited before the next is sent; failing meanwhile, it is not a failure that nobody hears of.
    sent.catch(() => undefined);
    await giveWay();
  }
  await sent;
}

/** SQL: a relation with the columns in their order, each from the parameter of its place. */
function relationOf<Row>(columns: readonly InsertColumn<Row>[]): string {
  const parameter = (index: number, array: '[]' | '') => `$${index + 1}::${columns[index]?.type}${array}`;
  const each = columns.flatMap((column, index) => ('all' in column ? [] : [{ name: column.name, index }]));
  const selected = columns.map((column, index) =>
    'all' in column ? `${parameter(index, '')} AS ${column.name}` : `each.${column.name}`,
  );
  const arrays = each.map(({ index }) => parameter(index, '[]')).join(', ');
  return `SELECT ${selected.join(', ')} FROM unnest(${arrays}) AS each (${each.map(({ name }) => name).join(', ')})`;
}

/** What an INSERT takes from the relation `row`, when it is not its columns one for one. */
export interface InsertSource {
  readonly columns: string;
  readonly select: string;
  readonly join?: string;
}
