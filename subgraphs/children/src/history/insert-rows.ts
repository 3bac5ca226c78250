import type { Db } from '@mainstay/subgraph-kit';

/** A column to fill: its name, its SQL type, and where its value is found. */
export interface InsertColumn<Row> {
  readonly name: string;
  readonly type: 'text' | 'date' | 'integer' | 'boolean' | 'timestamptz' | 'bytea';
  readonly value: (row: Row) => unknown;
}

/** Rows a statement carries: enough to be fast, few enough that none is large. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Adds many rows with few statements. `COPY` would be the obvious way and does not work on a table under row-level
 * security.
 *
 * @param from SQL of what is inserted, of a relation `row` with the columns; the columns as they are when left out.
 */
export async function insertRows<Row>(
  db: Db,
  table: string,
  { columns, rows, from }: { columns: readonly InsertColumn<Row>[]; rows: readonly Row[]; from?: InsertSource },
): Promise<void> {
  const names = columns.map((column) => column.name).join(', ');
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  const sql = `
    INSERT INTO ${table} (${from ? from.columns : names})
    SELECT ${from ? from.select : names} FROM unnest(${arrays}) AS row (${names}) ${from?.join ?? ''}`;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT);
    await db.query(
      sql,
      columns.map(({ value }) => chunk.map(value)),
    );
  }
}

/** What an INSERT takes from the relation `row`, when it is not its columns one for one. */
export interface InsertSource {
  readonly columns: string;
  readonly select: string;
  readonly join?: string;
}
