import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';

/** How often a worker saw a child. */
export interface VisitCount {
  readonly childId: string;
  readonly workerId: string;
  readonly visits: number;
}

/** How often each worker saw each of these children after a day, up to another: one statement. */
export function countVisits(
  db: Db,
  childIds: readonly string[],
  { after, to }: { readonly after: PlainDate; readonly to: PlainDate },
): Promise<VisitCount[]> {
  return db.query<VisitCount>(
    `SELECT child_id AS "childId", worker_id AS "workerId", count(*)::int AS visits FROM visit
     WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND worker_id IS NOT NULL
       AND is_seen AND visited_on > $3::date AND visited_on <= $4::date
       AND superseded_at IS NULL AND NOT is_withdrawn
     GROUP BY child_id, worker_id`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds, after, to],
  );
}

/** The team of each of these children on a day, as the newest profile has it, where one is known: one statement. */
export function findTeams(
  db: Db,
  childIds: readonly string[],
  on: PlainDate,
): Promise<{ readonly childId: string; readonly team: string }[]> {
  return db.query(
    `SELECT DISTINCT ON (child_id) child_id AS "childId", team FROM profile
     WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND as_of <= $3::date AND team IS NOT NULL
       AND superseded_at IS NULL AND NOT is_withdrawn
     ORDER BY child_id, as_of DESC, recorded_at DESC`,
    [[...new Set(childIds.map(laCodeOfChild))], childIds, on],
  );
}
