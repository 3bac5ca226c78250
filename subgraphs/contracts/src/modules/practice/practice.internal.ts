import type { Clock } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError, type Database, type Internal } from '@mainstay/subgraph-kit';

/** What the gateway needs to know of a practice to make the viewer of its staff. */
export interface PracticeContext {
  readonly name: string;
  /** ONS codes of the authorities it has a live contract with today. */
  readonly laCodes: readonly string[];
}

/**
 * Internal route `viewer-context`: the name of the practice `practiceId` and the authorities it works for today.
 *
 * @throws NotFoundError when there is no such practice; ForbiddenError unless the platform itself asks.
 */
export function viewerContextRoute(database: Database, clock: Clock): Internal {
  return async ({ caller, params }): Promise<PracticeContext> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const [found] = await database.service((db) =>
      db.query<PracticeContext>(
        `SELECT name, ARRAY(SELECT DISTINCT la_code FROM contract
                             WHERE practice_id = practice.id AND starts_on <= $2::date
                               AND (ends_on IS NULL OR ends_on >= $2::date) ORDER BY la_code) AS "laCodes"
           FROM practice WHERE id = $1`,
        [params['practiceId'] ?? '', clock.today()],
      ),
    );
    if (!found) throw new NotFoundError('There is no such practice.');
    return found;
  };
}
