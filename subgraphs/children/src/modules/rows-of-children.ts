import type DataLoader from 'dataloader';
import { laCodeOfChild, manyByKey, type Db } from '@mainstay/subgraph-kit';

/** A loader, by child id, of the rows of one kind. */
export type RowsOfChildren<Row> = DataLoader<string, readonly Row[]>;

/**
 * A loader of rows about children: one statement for all children asked for at a time.
 *
 * `select` is the statement up to its WHERE; the table's columns `la_code` and `child_id` pick the rows.
 */
export function rowsOfChildren<Row extends { readonly childId: string }>(
  db: Db,
  statement: { readonly select: string; readonly orderBy: string },
): RowsOfChildren<Row> {
  const sql = `${statement.select}
    WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[])
    ORDER BY ${statement.orderBy}`;
  return manyByKey<Row>(
    (childIds) => db.query<Row>(sql, [[...new Set(childIds.map(laCodeOfChild))], childIds]),
    (row) => row.childId,
  );
}
