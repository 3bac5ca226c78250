import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { ContinuityFacts } from './continuity.of-child.ts';

/** The facts of one child. */
export interface FactsOfChild extends ContinuityFacts {
  readonly childId: string;
}

const TIME = `'startedOn', t.started_on, 'endedOn', t.ended_on`;

function listSql(table: string, also: string): string {
  return `(
    SELECT coalesce(jsonb_agg(jsonb_build_object(${TIME}${also}) ORDER BY t.started_on, t.ended_on), '[]')
    FROM ${table} t WHERE t.la_code = asked.la_code AND t.child_id = asked.id AND t.started_on <= $4::date)`;
}

/** What of these children who were in care in a period their continuity is worked out from: one statement. */
export function findContinuityFacts(
  db: Db,
  childIds: readonly string[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<FactsOfChild[]> {
  return db.query<FactsOfChild>(
    `SELECT asked.id AS "childId", ${listSql('period_of_care', '')} AS care,
       ${listSql('social_worker_episode', `, 'workerId', t.worker_id`)} AS workers,
       ${listSql('allocation', `, 'practiceId', t.practice_id`)} AS allocations
     FROM unnest($1::text[], $2::text[]) AS asked (la_code, id)
     WHERE EXISTS (
       SELECT FROM period_of_care t WHERE t.la_code = asked.la_code AND t.child_id = asked.id
         AND t.started_on <= $4::date AND (t.ended_on IS NULL OR t.ended_on > $3::date))`,
    [childIds.map(laCodeOfChild), childIds, from, to],
  );
}
