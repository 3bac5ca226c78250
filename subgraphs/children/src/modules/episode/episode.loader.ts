import { rowsOfChildren, type RequestForRows, type RowsOfChildren } from '../rows-of-children.ts';
import { rowOnDay, type RequestForDays, type RowOnDay } from '../row-on-day.ts';
import type { EpisodeEntity } from './episode.entity.ts';

/** A version of an episode, as read for the graph. */
export type EpisodeVersion = Omit<
  EpisodeEntity,
  'laCode' | 'homePostcode' | 'placementPostcode' | 'accessPracticeId' | 'accessFrom' | 'accessUntil'
>;

export type EpisodeLoader = RowsOfChildren<EpisodeVersion>;
export type LookedAfterLoader = RowOnDay<{ readonly childId: string }>;

/** All versions of the episodes of a child, oldest episode first. */
export function episodeLoader(request: RequestForRows): EpisodeLoader {
  return rowsOfChildren<EpisodeVersion>(request, 'EPISODES', {
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

/** The child, when looked after on a day, short-term breaks included; else null. */
export function lookedAfterLoader(request: RequestForDays): LookedAfterLoader {
  return rowOnDay(request, 'EPISODES', {
    columns: 'asked.child_id AS "childId"',
    from: `WHERE ${isLookedAfterSql({ laCode: 'asked.la_code', childId: 'asked.child_id', day: 'asked.day' })}`,
    first: 'asked.child_id',
  });
}

/**
 * SQL that is true when a child is looked after on a day, short-term breaks included, given the expressions of the
 * three: an episode believed today is open. The day an episode ceases is not in it.
 */
export function isLookedAfterSql({ laCode, childId, day }: { laCode: string; childId: string; day: string }): string {
  return `EXISTS (
    SELECT FROM episode
    WHERE episode.la_code = ${laCode} AND episode.child_id = ${childId} AND episode.superseded_at IS NULL
      AND episode.started_on <= ${day} AND (episode.ended_on IS NULL OR episode.ended_on > ${day})
  )`;
}
