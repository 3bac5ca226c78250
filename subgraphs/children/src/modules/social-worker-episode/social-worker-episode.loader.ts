import type { Db } from '@mainstay/subgraph-kit';
import { isLookedAfterSql } from '../episode/episode.loader.ts';
import { rowsOfChildren, type RowsOfChildren } from '../rows-of-children.ts';
import { rowOnDay, type RowOnDay } from '../row-on-day.ts';
import type { SocialWorkerEpisodeEntity } from './social-worker-episode.entity.ts';

/** A social worker's time with a child, as read for the graph. */
export type SocialWorkerEpisodeRow = Pick<
  SocialWorkerEpisodeEntity,
  'childId' | 'id' | 'workerId' | 'startedOn' | 'endedOn' | 'reason'
>;

export type SocialWorkerEpisodeLoader = RowsOfChildren<SocialWorkerEpisodeRow>;
export type LeadProfessionalLoader = RowOnDay<{ readonly workerId: string | null }>;

/** The social workers a child has had, the one that began first first. */
export function socialWorkerEpisodeLoader(db: Db): SocialWorkerEpisodeLoader {
  return rowsOfChildren<SocialWorkerEpisodeRow>(db, {
    select: `
      SELECT child_id AS "childId", id, worker_id AS "workerId", started_on AS "startedOn", ended_on AS "endedOn", reason
      FROM social_worker_episode`,
    orderBy: 'started_on, ended_on, id',
  });
}

/**
 * The worker who is there for a child on a day; null, or without an id, when nobody is.
 *
 * Of several allocated on that day, the one who took over last; the last day of an episode belongs to it. A child who is
 * not looked after on that day has no lead professional, whatever the last return left open.
 */
export function leadProfessionalLoader(db: Db): LeadProfessionalLoader {
  const isLookedAfter = isLookedAfterSql({ laCode: 'asked.la_code', childId: 'asked.child_id', day: 'asked.day' });
  return rowOnDay(db, {
    // As a condition it would be joined, and planning that join takes longer than all the rest.
    columns: `CASE WHEN ${isLookedAfter} THEN held.worker_id END AS "workerId"`,
    from: `JOIN social_worker_episode AS held ON held.la_code = asked.la_code AND held.child_id = asked.child_id
      AND held.started_on <= asked.day AND (held.ended_on IS NULL OR held.ended_on >= asked.day)`,
    // In descending order an episode without an end comes first: NULL counts as the latest end.
    first: 'held.started_on DESC, held.ended_on DESC, held.id DESC',
  });
}
