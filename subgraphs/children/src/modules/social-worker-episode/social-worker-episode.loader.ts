import { isLookedAfterSql } from '../episode/episode.loader.ts';
import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import { rowOnDay, type RequestForDays, type RowOnDay } from '../row-on-day.ts';
import type { SocialWorkerEpisodeEntity } from './social-worker-episode.entity.ts';

/** A social worker's time with a child, as read for the graph. */
export type SocialWorkerEpisodeRow = Pick<
  SocialWorkerEpisodeEntity,
  'childId' | 'id' | 'workerId' | 'startedOn' | 'endedOn' | 'reason'
>;

export type SocialWorkerEpisodeLoader = RowsOfChildren<SocialWorkerEpisodeRow>;
export type LeadProfessionalLoader = RowOnDay<{ readonly workerId: string | null }>;

/** The social workers a child has had, the one that began first first. */
export function socialWorkerEpisodeLoader(request: RequestForRows): SocialWorkerEpisodeLoader {
  return rowsOfChildren<SocialWorkerEpisodeRow>(request, 'SOCIAL_WORKERS', {
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
 * not looked after on that day has no lead professional, whatever the last return left open; a practice from which
 * episodes are withheld, for want of care planning, is told who the return has.
 */
export function leadProfessionalLoader(request: RequestForDays): LeadProfessionalLoader {
  const asked = { laCode: 'asked.la_code', childId: 'asked.child_id' };
  const { audience, breakGlass } = request.viewer;
  const orWithheld = audience === 'practice' && !breakGlass ? ` OR ${areEpisodesWithheldSql(asked)}` : '';
  const isLookedAfter = `(${isLookedAfterSql({ ...asked, day: 'asked.day' })}${orWithheld})`;
  return rowOnDay(request, 'SOCIAL_WORKERS', {
    // As a condition it would be joined, and planning that join takes longer than all the rest.
    columns: `CASE WHEN ${isLookedAfter} THEN held.worker_id END AS "workerId"`,
    from: `JOIN social_worker_episode AS held ON held.la_code = asked.la_code AND held.child_id = asked.child_id
      AND held.started_on <= asked.day AND (held.ended_on IS NULL OR held.ended_on >= asked.day)`,
    // In descending order an episode without an end comes first: NULL counts as the latest end.
    first: 'held.started_on DESC, held.ended_on DESC, held.id DESC',
  });
}

function areEpisodesWithheldSql({ laCode, childId }: { laCode: string; childId: string }): string {
  return `EXISTS (
    SELECT FROM child
    WHERE child.la_code = ${laCode} AND child.id = ${childId} AND 'CARE_PLANNING' <> ALL (child.access_functions)
  )`;
}
