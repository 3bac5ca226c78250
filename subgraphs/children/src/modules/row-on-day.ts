import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';

/** A child on a day. */
export interface ChildOnDay {
  readonly childId: string;
  readonly on: PlainDate;
}

/** A loader of the one row of a kind that holds for a child on a day, or null. */
export type RowOnDay<Row> = DataLoader<ChildOnDay, Row | null, string>;

/**
 * A loader of what holds for children on a day, picked by the database: one statement for all children and days asked
 * for at a time, whatever a child's history holds.
 *
 * `statement` picks the rows: `columns` FROM the children asked about, `asked (la_code, child_id, day)`, and what
 * `from` adds to it; of several rows for one child and day, the first by `first`.
 */
export function rowOnDay<Row>(
  db: Db,
  statement: { readonly columns: string; readonly from: string; readonly first: string },
): RowOnDay<Row> {
  const sql = `SELECT DISTINCT ON (asked.place) asked.place::int, ${statement.columns}
    FROM unnest($1::text[], $2::text[], $3::date[]) WITH ORDINALITY AS asked (la_code, child_id, day, place)
    ${statement.from}
    ORDER BY asked.place, ${statement.first}`;
  return new DataLoader(
    async (asked) => {
      const ids = asked.map(({ childId }) => childId);
      const rows = await db.query<Row & { place: number }>(sql, [
        ids.map(laCodeOfChild),
        ids,
        asked.map(({ on }) => on),
      ]);
      const byPlace = new Map(rows.map((row) => [row.place, row]));
      return asked.map((_, index) => byPlace.get(index + 1) ?? null);
    },
    { cacheKeyFn: ({ childId, on }) => `${childId} ${on}` },
  );
}
