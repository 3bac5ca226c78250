import type { Db } from '@mainstay/subgraph-kit';
import { rowsOfChildren, type RowsOfChildren } from '../rows-of-children.ts';
import type { EpisodeEntity } from './episode.entity.ts';

/** A version of an episode, as read for the graph. */
export type EpisodeVersion = Omit<
  EpisodeEntity,
  'laCode' | 'homePostcode' | 'placementPostcode' | 'accessPracticeId' | 'accessFrom' | 'accessUntil'
>;

export type EpisodeLoader = RowsOfChildren<EpisodeVersion>;

/** All versions of the episodes of a child, oldest episode first. */
export function episodeLoader(db: Db): EpisodeLoader {
  return rowsOfChildren<EpisodeVersion>(db, {
    select: `
      SELECT child_id AS "childId", id, started_on AS "startedOn", ended_on AS "endedOn",
        reason_started AS "reasonStarted", reason_ended AS "reasonEnded", legal_status AS "legalStatus",
        category_of_need AS "categoryOfNeed", placement_type AS "placementType",
        placement_provider AS "placementProvider", reason_placement_changed AS "reasonPlacementChanged", urn,
        collection_year AS "collectionYear", is_end_inferred AS "isEndInferred",
        recorded_at AS "recordedAt", superseded_at AS "supersededAt"
      FROM episode`,
    orderBy: 'started_on, recorded_at, id',
  });
}
