import DataLoader from 'dataloader';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import type { Request } from '../context.ts';
import { isWithheld, type RecordPart } from './child/child.parts-policy.ts';
import type { ChildRow } from './child/child.repository.ts';

/** A loader, by child, of the rows of one kind. */
export type RowsOfChildren<Row> = DataLoader<ChildRow, readonly Row[], string>;

/** What such a loader needs of the request. */
export type RequestForRows = Pick<Request, 'db' | 'viewer' | 'touched'>;

/**
 * A loader of rows about children: one statement for all children asked for at a time. There are none of children from
 * whose record the part is withheld; the records of the others are opened by it.
 *
 * `select` is the statement up to its WHERE; the table's columns `la_code` and `child_id` pick the rows.
 */
export function rowsOfChildren<Row extends { readonly childId: string }>(
  { db, viewer, touched }: RequestForRows,
  part: RecordPart,
  statement: { readonly select: string; readonly orderBy: string },
): RowsOfChildren<Row> {
  const sql = `${statement.select}
    WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[])
    ORDER BY ${statement.orderBy}`;
  const load = async (children: readonly ChildRow[]): Promise<(readonly Row[])[]> => {
    const open = children.filter((child) => !isWithheld(viewer, child, part)).map(({ id }) => id);
    for (const id of open) touched.record(id);
    const rows = open.length > 0 ? await db.query<Row>(sql, [[...new Set(open.map(laCodeOfChild))], open]) : [];
    const found = Map.groupBy(rows, ({ childId }) => childId);
    return children.map(({ id }) => found.get(id) ?? []);
  };
  return new DataLoader<ChildRow, readonly Row[], string>(load, { cacheKeyFn: ({ id }) => id });
}
