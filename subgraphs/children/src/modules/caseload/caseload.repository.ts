import { formsOfNumber, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { childColumns, inScopeSql, scopeValues, type ChildRow } from '../child/child.repository.ts';
import type { ChildScope } from '../child/child.policy.ts';
import { isLookedAfterSql } from '../episode/episode.loader.ts';

/** A child who is looked after on a day, with the worker who leads. */
export interface LedChild {
  readonly child: ChildRow;
  /** Null when nobody leads. */
  readonly workerId: string | null;
  /** `CIN` of the episode of the day; null where episodes are withheld. */
  readonly categoryOfNeed: string | null;
}

/** Whose children are wanted: each that is given narrows the list. */
export interface LedAsked {
  readonly on: PlainDate;
  /** Those of this authority. */
  readonly laCode?: string;
  /** Those who are with this practice on the day. */
  readonly practiceId?: string;
  /** Those whom one of these leads, however the record writes the number. */
  readonly workerIds?: readonly string[];
  /** True when a practice asks, from which episodes may be withheld: it is told who the return has. */
  readonly isPractice: boolean;
}

/** The children of a scope who are looked after on a day, with who leads them, by local id: one statement. */
export async function findLedChildren(db: Db, scope: ChildScope, asked: LedAsked): Promise<LedChild[]> {
  const day = '$6::date';
  const isLookedAfter = isLookedAfterSql({ laCode: 'child.la_code', childId: 'child.id', day });
  const orWithheld = asked.isPractice ? `OR 'CARE_PLANNING' <> ALL (child.access_functions)` : '';
  const forms = asked.workerIds?.flatMap(formsOfNumber) ?? null;
  const rows = await db.query<ChildRow & { workerId: string | null; categoryOfNeed: string | null }>(
    `SELECT ${childColumns}, led.worker_id AS "workerId", (
       SELECT t.category_of_need FROM episode t
       WHERE t.la_code = child.la_code AND t.child_id = child.id AND t.superseded_at IS NULL AND t.started_on <= ${day}
       ORDER BY t.started_on DESC, t.id DESC LIMIT 1) AS "categoryOfNeed"
     FROM child
     LEFT JOIN LATERAL (
       SELECT t.worker_id FROM social_worker_episode t
       WHERE t.la_code = child.la_code AND t.child_id = child.id AND t.started_on <= ${day}
         AND (t.ended_on IS NULL OR t.ended_on >= ${day})
       ORDER BY t.started_on DESC, t.ended_on DESC, t.id DESC LIMIT 1
     ) led ON true
     WHERE ${inScopeSql(1)}
       AND ($7::text IS NULL OR child.la_code = $7)
       AND ($8::text IS NULL OR EXISTS (
         SELECT FROM allocation t
         WHERE t.la_code = child.la_code AND t.child_id = child.id AND t.practice_id = $8 AND t.started_on <= ${day}
           AND (t.ended_on IS NULL OR t.ended_on >= ${day})))
       AND ($9::text[] IS NULL OR (led.worker_id = ANY ($9) AND child.id IN (
         SELECT t.child_id FROM social_worker_episode t
         WHERE t.la_code = ANY ($1::text[]) AND t.worker_id = ANY ($9) AND t.started_on <= ${day}
           AND (t.ended_on IS NULL OR t.ended_on >= ${day}))))
       AND (${isLookedAfter} ${orWithheld})
     ORDER BY child.local_id, child.id`,
    [...scopeValues(scope), asked.on, asked.laCode ?? null, asked.practiceId ?? null, forms],
  );
  return rows.map(({ workerId, categoryOfNeed, ...child }) => ({ child, workerId, categoryOfNeed }));
}
