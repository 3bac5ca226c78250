import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { Sight } from './indicator.membership-repository.ts';

/** A table of an authority's return that is held. */
export interface HeldTable {
  readonly laCode: string;
  readonly collectionYear: number;
  readonly tableName: string;
  readonly changedAt: Date;
}

/** How many children of one authority were allocated to a practice on a day. */
export interface AllocatedChildren {
  readonly laCode: string;
  readonly children: number;
}

/** The tables held of these authorities' returns of these collection years. */
export function findHeldTables(db: Db, laCodes: readonly string[], years: readonly number[]): Promise<HeldTable[]> {
  return db.query<HeldTable>(
    `SELECT la_code AS "laCode", collection_year AS "collectionYear", table_name AS "tableName", changed_at AS "changedAt"
     FROM return_table
     WHERE la_code = ANY ($1::text[]) AND collection_year = ANY ($2::int[])`,
    [laCodes, years],
  );
}

/**
 * The authorities whose children were allocated to each practice on its day, in the order asked.
 *
 * @param sight keeps its authorities, or all that row-level security shows, and leaves hidden children out.
 */
export async function findAllocated(
  db: Db,
  { laCodes, hidden }: Pick<Sight, 'laCodes' | 'hidden'>,
  asked: readonly { readonly practiceId: string; readonly on: PlainDate }[],
): Promise<AllocatedChildren[][]> {
  const rows = await db.query<AllocatedChildren & { asked: number }>(
    `SELECT asked.ord AS asked, allocation.la_code AS "laCode", count(DISTINCT allocation.child_id)::int AS children
     FROM unnest($2::text[], $3::date[]) WITH ORDINALITY AS asked (practice_id, day, ord)
     JOIN allocation ON ($1::text[] IS NULL OR allocation.la_code = ANY ($1)) AND allocation.practice_id = asked.practice_id
       AND allocation.started_on <= asked.day AND (allocation.ended_on IS NULL OR allocation.ended_on >= asked.day)
       AND allocation.child_id <> ALL ($4::text[])
     GROUP BY asked.ord, allocation.la_code
     ORDER BY asked.ord, allocation.la_code`,
    [laCodes, asked.map(({ practiceId }) => practiceId), asked.map(({ on }) => on), hidden],
  );
  const byQuestion = Map.groupBy(rows, (row) => Number(row.asked));
  return asked.map((_, index) => byQuestion.get(index + 1) ?? []);
}
