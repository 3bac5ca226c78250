import type { PlainDate } from '@mainstay/primitives';
import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { NeedsFacts } from '../../needs/needs-facts.ts';

const OF_CHILD = 't.la_code = asked.la_code AND t.child_id = asked.id';
/** Recorded facts that count: the present version, not withdrawn. */
const PRESENT = `${OF_CHILD} AND t.superseded_at IS NULL AND NOT t.is_withdrawn`;
/** The last day of the year that a return tells of, where it was past on the day. */
const YEAR_END = 'make_date(t.collection_year, 3, 31)';

const SELECT_FACTS = `
  SELECT asked.id AS "childId", child.is_uasc AS "isUnaccompanied", placed.category AS "categoryOfNeed",
    CASE WHEN placed.is_open THEN placed.type END AS "placementType",
    CASE WHEN placed.is_open THEN placed.since END AS "placedOn",
    profile.as_of AS "disabledAsOf", sdq.score AS "sdqScore", sdq.told_on AS "sdqOn",
    offended.told_on AS "offendedOn", convicted.told_on AS "convictedOn", harmed.told_on AS "selfHarmedOn", misused.told_on AS "misusedSubstancesOn",
    schooling.as_of AS "socialEmotionalNeedAsOf"
  FROM unnest($1::text[], $2::text[]) AS asked (la_code, id)
  JOIN child ON child.la_code = asked.la_code AND child.id = asked.id
  LEFT JOIN LATERAL (
    SELECT t.category_of_need AS category, t.placement_type AS type, t.started_on AS since,
      t.ended_on IS NULL OR t.ended_on > $3::date AS is_open
    FROM episode t WHERE ${OF_CHILD} AND t.superseded_at IS NULL AND t.started_on <= $3::date
    ORDER BY t.started_on DESC, t.id DESC LIMIT 1
  ) placed ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN newest.is_disabled THEN newest.as_of END AS as_of FROM (
      SELECT t.is_disabled, t.as_of FROM profile t
      WHERE ${PRESENT} AND t.as_of <= $3::date AND t.is_disabled IS NOT NULL
      ORDER BY t.as_of DESC, t.recorded_at DESC LIMIT 1) newest
  ) profile ON true
  LEFT JOIN LATERAL (
    SELECT told.score, told.told_on FROM (
      SELECT t.sdq_score AS score, t.happened_on AS told_on FROM health_event t
      WHERE ${PRESENT} AND t.kind = 'SDQ' AND t.sdq_score IS NOT NULL AND t.happened_on <= $3::date
      UNION ALL
      SELECT t.sdq_score, ${YEAR_END} FROM year_outcome t
      WHERE ${OF_CHILD} AND t.sdq_score IS NOT NULL AND ${YEAR_END} <= $3::date
    ) told ORDER BY told.told_on DESC, told.score DESC LIMIT 1
  ) sdq ON true
  LEFT JOIN LATERAL (
    SELECT max(t.happened_on) AS told_on FROM offending_outcome t WHERE ${PRESENT} AND t.happened_on <= $3::date
  ) offended ON true
  LEFT JOIN LATERAL (
    SELECT max(${YEAR_END}) AS told_on FROM year_outcome t
    WHERE ${OF_CHILD} AND t.is_convicted AND ${YEAR_END} <= $3::date
  ) convicted ON true
  LEFT JOIN LATERAL (
    SELECT max(t.happened_on) AS told_on FROM safety_event t
    WHERE ${PRESENT} AND t.kind = 'SELF_HARM' AND t.happened_on <= $3::date
  ) harmed ON true
  LEFT JOIN LATERAL (
    SELECT max(told.told_on) AS told_on FROM (
      SELECT t.happened_on AS told_on FROM health_event t
      WHERE ${PRESENT} AND t.kind = 'SUBSTANCE_MISUSE' AND t.is_misusing AND t.happened_on <= $3::date
      UNION ALL
      SELECT ${YEAR_END} FROM year_outcome t
      WHERE ${OF_CHILD} AND t.is_misusing_substances AND ${YEAR_END} <= $3::date
    ) told
  ) misused ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN newest.needs ? 'SOCIAL_EMOTIONAL_MENTAL_HEALTH' THEN newest.as_of END AS as_of FROM (
      SELECT t.needs, t.as_of FROM special_educational_need t WHERE ${PRESENT} AND t.as_of <= $3::date
      ORDER BY t.as_of DESC, t.recorded_at DESC LIMIT 1) newest
  ) schooling ON true`;

/** What is on record of these children on a day that tells of needs, as far as row-level security lets it be seen: one statement. */
export function findNeedsFacts(db: Db, childIds: readonly string[], on: PlainDate): Promise<NeedsFacts[]> {
  return db.query<NeedsFacts>(SELECT_FACTS, [childIds.map(laCodeOfChild), childIds, on]);
}
