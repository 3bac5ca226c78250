import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { isLookedAfterSql } from '../episode/episode.loader.ts';

/** How many children a worker led on a day for one organisation. */
export interface CaseCount {
  readonly day: PlainDate;
  /** The regulator's number. */
  readonly workerId: string;
  readonly laCode: string;
  /** Who was responsible for the children: the authority itself, or a practice. */
  readonly employerKind: 'local-authority' | 'practice';
  /** The practice the children were with; null for the authority itself. */
  readonly practiceId: string | null;
  readonly children: number;
}

/** Whose children are counted, and on which days. One of the two owners is given. */
export interface CasesAsked {
  readonly laCode: string | null;
  readonly practiceId: string | null;
  readonly days: readonly PlainDate[];
}

/**
 * How many children each worker led on each day, in one statement, by day and worker. The lead professional is the one of
 * `leadProfessional`: of several on a day the one who took over last, of a child who is looked after that day. It asks for
 * the rights of the platform.
 */
export function countCases(db: Db, { laCode, practiceId, days }: CasesAsked): Promise<CaseCount[]> {
  const asked = { laCode: 'held.la_code', childId: 'held.child_id', day: 'asked.day' };
  return db.query<CaseCount>(
    `WITH led AS (
       SELECT DISTINCT ON (asked.day, held.la_code, held.child_id) asked.day, held.la_code, held.child_id, held.worker_id
       FROM (SELECT DISTINCT day FROM unnest($3::date[]) AS given (day)) AS asked
       JOIN social_worker_episode AS held
         ON held.la_code = ANY (CASE WHEN $1::text IS NOT NULL THEN ARRAY[$1::text]
           ELSE ARRAY(SELECT DISTINCT la_code FROM allocation WHERE practice_id = $2) END)
         AND held.started_on <= asked.day AND (held.ended_on IS NULL OR held.ended_on >= asked.day)
       WHERE ${isLookedAfterSql(asked)}
       ORDER BY asked.day, held.la_code, held.child_id, held.started_on DESC, held.ended_on DESC, held.id DESC
     ), placed AS (
       SELECT led.day, led.worker_id, led.la_code, (
         SELECT practice_id FROM allocation a
         WHERE a.la_code = led.la_code AND a.child_id = led.child_id AND a.started_on <= led.day
           AND (a.ended_on IS NULL OR a.ended_on >= led.day)
         ORDER BY a.started_on DESC, a.id DESC LIMIT 1) AS practice_id
       FROM led
     )
     SELECT day, worker_id AS "workerId", la_code AS "laCode",
       CASE WHEN practice_id IS NULL THEN 'local-authority' ELSE 'practice' END AS "employerKind",
       practice_id AS "practiceId", count(*)::int AS children
     FROM placed WHERE $2::text IS NULL OR practice_id = $2
     GROUP BY day, worker_id, la_code, practice_id ORDER BY day, worker_id, la_code, practice_id NULLS FIRST`,
    [laCode, practiceId, days],
  );
}
