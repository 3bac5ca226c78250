import type { Clock } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError, type Database, type Internal } from '@mainstay/subgraph-kit';

/** What the gateway needs to know of a practice to make the viewer of its staff. */
export interface PracticeContext {
  readonly name: string;
  /** ONS codes of the authorities it has a live contract with now. */
  readonly laCodes: readonly string[];
}

/**
 * Internal route `viewer-context`: the name of the practice `practiceId` and the authorities it works for now, to the minute.
 *
 * @throws NotFoundError when there is no such practice; ForbiddenError unless the platform itself asks.
 */
export function viewerContextRoute(database: Database, clock: Clock): Internal {
  return async ({ caller, params }): Promise<PracticeContext> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const [found] = await database.service((db) =>
      db.query<PracticeContext>(
        `SELECT name, ARRAY(SELECT DISTINCT la_code FROM contract
                             WHERE practice_id = practice.id AND london_midnight(starts_on) <= $2::timestamptz
                               AND coalesce(ended_at, london_midnight(ends_on + 1), 'infinity') > $2::timestamptz
                             ORDER BY la_code) AS "laCodes"
           FROM practice WHERE id = $1`,
        [params['practiceId'] ?? '', clock.now()],
      ),
    );
    if (!found) throw new NotFoundError('There is no such practice.');
    return found;
  };
}
