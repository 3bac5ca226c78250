import type { Db } from '@mainstay/subgraph-kit';
import { rowsOfChildren, type RowsOfChildren } from '../rows-of-children.ts';
import type { SocialWorkerEpisodeEntity } from './social-worker-episode.entity.ts';

/** A social worker's time with a child, as read for the graph. */
export type SocialWorkerEpisodeRow = Pick<
  SocialWorkerEpisodeEntity,
  'childId' | 'id' | 'workerId' | 'startedOn' | 'endedOn' | 'reason'
>;

export type SocialWorkerEpisodeLoader = RowsOfChildren<SocialWorkerEpisodeRow>;

/** The social workers a child has had, the one that began first first. */
export function socialWorkerEpisodeLoader(db: Db): SocialWorkerEpisodeLoader {
  return rowsOfChildren<SocialWorkerEpisodeRow>(db, {
    select: `
      SELECT child_id AS "childId", id, worker_id AS "workerId", started_on AS "startedOn", ended_on AS "endedOn", reason
      FROM social_worker_episode`,
    orderBy: 'started_on, ended_on, id',
  });
}
