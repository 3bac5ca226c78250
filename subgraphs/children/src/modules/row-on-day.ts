import DataLoader from 'dataloader';
import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import type { Request } from '../context.ts';
import { isWithheldOn, type RecordPart } from './child/child.parts-policy.ts';
import type { ChildRow } from './child/child.repository.ts';

/** A child on a day. */
export interface ChildOnDay {
  readonly child: ChildRow;
  readonly on: PlainDate;
}

/** A loader of the one row of a kind that holds for a child on a day, or null. */
export type RowOnDay<Row> = DataLoader<ChildOnDay, Row | null, string>;

/** What such a loader needs of the request. */
export type RequestForDays = Pick<Request, 'db' | 'viewer' | 'clock' | 'touched'>;

/**
 * A loader of what holds for children on a day, picked by the database: one statement for all children and days asked
 * for at a time, whatever a child's history holds. Nothing holds of children from whom the part is withheld on that day.
 * What was so on another day than today opens the record; what is so today is told in lists.
 *
 * `statement` picks the rows: `columns` FROM the children asked about, `asked (la_code, child_id, day)`, and what
 * `from` adds to it; of several rows for one child and day, the first by `first`.
 */
export function rowOnDay<Row>(
  { db, viewer, clock, touched }: RequestForDays,
  part: RecordPart,
  statement: { readonly columns: string; readonly from: string; readonly first: string },
): RowOnDay<Row> {
  const today = clock.today();
  const sql = `SELECT DISTINCT ON (asked.place) asked.place::int, ${statement.columns}
    FROM unnest($1::text[], $2::text[], $3::date[]) WITH ORDINALITY AS asked (la_code, child_id, day, place)
    ${statement.from}
    ORDER BY asked.place, ${statement.first}`;
  const load = async (asked: readonly ChildOnDay[]): Promise<(Row | null)[]> => {
    const open = asked.filter(({ child, on }) => !isWithheldOn(viewer, child, { part, on, today }));
    for (const { child, on } of open) if (on !== today) touched.record(child.id);
    if (open.length === 0) return asked.map(() => null);
    const ids = open.map(({ child }) => child.id);
    const rows = await db.query<Row & { place: number }>(sql, [ids.map(laCodeOfChild), ids, open.map(({ on }) => on)]);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    const found = new Map(open.map((one, index) => [one, byPlace.get(index + 1) ?? null]));
    return asked.map((one) => found.get(one) ?? null);
  };
  return new DataLoader<ChildOnDay, Row | null, string>(load, { cacheKeyFn: ({ child, on }) => `${child.id} ${on}` });
}
