import type { Db } from '@mainstay/subgraph-kit';
import { findLoadedYearsAt, rowColumns, rowsByTable, type FoundRow } from './child-life.repository.ts';
import { deriveChildHistory, type ChildHistory } from './derive-child-history.ts';

/** A child whose history is asked for. */
export interface ChildOfHistory {
  readonly laCode: string;
  readonly id: string;
  readonly localId: string;
}

/**
 * The histories of children as they were known at an instant, worked out from the rows of returns that were believed then;
 * null for a child whom no Header named yet. Two statements, whatever the number of children. They read past what a viewer
 * may see: the caller runs them as the platform, and tells what the viewer may know.
 */
export async function findHistoriesKnownAt(
  db: Db,
  children: readonly ChildOfHistory[],
  at: Date,
): Promise<Map<string, ChildHistory | null>> {
  const laCodes = [...new Set(children.map(({ laCode }) => laCode))];
  const loadedYears = await findLoadedYearsAt(db, laCodes, at);
  const rows = await db.query<FoundRow & { childId: string }>(
    `SELECT child_id AS "childId", ${rowColumns} FROM return_row
     WHERE la_code = ANY ($1::text[]) AND child_local_id = ANY ($2::text[]) AND child_id = ANY ($3::text[])
       AND superseded_at IS NULL AND recorded_at <= $4
     UNION ALL
     SELECT child_id, ${rowColumns} FROM return_row
     WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($3::text[])
       AND superseded_at IS NOT NULL AND superseded_at > $4 AND recorded_at <= $4
     ORDER BY year, "table", position`,
    [laCodes, children.map(({ localId }) => localId), children.map(({ id }) => id), at],
  );
  const byChild = Map.groupBy(rows, ({ childId }) => childId);
  return new Map(
    children.map(({ laCode, id, localId }) => {
      const own = rowsByTable(byChild.get(id) ?? []);
      const known = loadedYears.get(laCode) ?? new Map();
      return [id, deriveChildHistory({ laCode, localId, rows: own, loadedYears: known, recordedAt: at })];
    }),
  );
}
