import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';

/** What decides whether a child can be allocated to a practice, and when the practice's responsibility ends. */
export interface AllocationFacts {
  readonly childId: string;
  /** Short-term breaks included. */
  readonly isLookedAfter: boolean;
  /** `LS` on the day; null when the child is not looked after. */
  readonly legalStatus: string | null;
  readonly legalStatusSince: PlainDate | null;
  /** Since when the child has been looked after without a break, short-term breaks apart; null when it is not so. */
  readonly lookedAfterSince: PlainDate | null;
  /**
   * Since when the plan for the child has been adoption: it was decided and not reversed, there is a placement order, or
   * the child is placed with adopters. As it is known now, whatever the day. Null when it is not.
   */
  readonly suitableForAdoptionSince: PlainDate | null;
  readonly dateOfBirth: PlainDate;
  /** The day care last ended, when the child is not looked after; null when the child is, or never was. */
  readonly careEndedOn: PlainDate | null;
  /** Why it did (`REC`). */
  readonly careEndReason: string | null;
  /** The day on which the last care order ended; null while there is one, or there never was. */
  readonly careOrderEndedOn: PlainDate | null;
  /** True when the newest account of the young person's life tells of full-time education (`ACTIV` F1 or F2). */
  readonly isInFullTimeEducation: boolean;
}

/** Of a row of the child's, whose alias is t. */
const OF_CHILD = 't.la_code = c.la_code AND t.child_id = c.id';

/** Of an entry that stands today. */
const PRESENT = `${OF_CHILD} AND t.superseded_at IS NULL AND NOT t.is_withdrawn`;

/** Of a time that holds on the day asked about; its last day, the day it ceased, is not in it. */
const ON_DAY = `${OF_CHILD} AND t.started_on <= $3::date AND (t.ended_on IS NULL OR t.ended_on > $3::date)`;

/** The day from which the newest return says that the child should be placed for adoption, unless that was reversed. */
const RETURNED_DECISION = `
  SELECT to_date(newest.decided, 'DD/MM/YYYY') FROM (
    SELECT t.cells[3] AS decided, t.cells[4] AS reversed FROM return_row t
    WHERE t.la_code = c.la_code AND t.child_local_id = c.local_id AND t.superseded_at IS NULL
      AND t.table_name = 'PlacedAdoption'
    ORDER BY t.collection_year DESC LIMIT 1
  ) newest
  WHERE newest.decided ~ '^\\d\\d/\\d\\d/\\d{4}$' AND newest.reversed = ''`;

const SELECT_FACTS = `
  SELECT c.id AS "childId", c.date_of_birth AS "dateOfBirth",
    status.code IS NOT NULL AS "isLookedAfter", status.code AS "legalStatus", status.since AS "legalStatusSince",
    care.since AS "lookedAfterSince", adoption.since AS "suitableForAdoptionSince",
    left_care.on_day AS "careEndedOn", left_care.reason AS "careEndReason", care_order.ended_on AS "careOrderEndedOn",
    coalesce(activity.code IN ('F1', 'F2'), false) AS "isInFullTimeEducation"
  FROM child c
  LEFT JOIN LATERAL (
    SELECT t.legal_status AS code, t.started_on AS since FROM legal_status_period t
    WHERE ${ON_DAY} ORDER BY t.started_on DESC LIMIT 1
  ) status ON true
  LEFT JOIN LATERAL (
    SELECT t.started_on AS since FROM period_of_care t WHERE ${ON_DAY} ORDER BY t.started_on DESC LIMIT 1
  ) care ON true
  LEFT JOIN LATERAL (
    SELECT min(since) AS since FROM (
      SELECT t.decided_on AS since FROM adoption_decision t WHERE ${PRESENT} AND t.reversed_on IS NULL
      UNION ALL SELECT t.started_on FROM legal_status_period t
      WHERE ${OF_CHILD} AND t.ended_on IS NULL AND t.legal_status IN ('D1', 'E1')
      UNION ALL SELECT t.started_on FROM placement t
      WHERE ${OF_CHILD} AND t.ended_on IS NULL AND t.type IN ('A3', 'A4', 'A5', 'A6')
      UNION ALL ${RETURNED_DECISION} AND status.code IS NOT NULL
    ) planned
  ) adoption ON true
  LEFT JOIN LATERAL (
    SELECT t.ended_on AS on_day, (
      SELECT e.reason_ended FROM episode e
      WHERE e.la_code = c.la_code AND e.child_id = c.id AND e.superseded_at IS NULL AND e.ended_on = t.ended_on
      ORDER BY e.started_on DESC LIMIT 1) AS reason
    FROM period_of_care t WHERE ${OF_CHILD} AND t.ended_on <= $3::date AND status.code IS NULL
    ORDER BY t.ended_on DESC LIMIT 1
  ) left_care ON true
  LEFT JOIN LATERAL (
    SELECT max(t.ended_on) AS ended_on FROM legal_status_period t
    WHERE ${OF_CHILD} AND t.legal_status IN ('C1', 'C2') AND t.ended_on <= $3::date
      AND coalesce(status.code, '') NOT IN ('C1', 'C2', 'D1', 'E1')
  ) care_order ON true
  LEFT JOIN LATERAL (
    SELECT told.activity AS code FROM (
      SELECT t.activity, t.as_of AS told_on FROM leaving_care t WHERE ${PRESENT} AND t.activity IS NOT NULL
      UNION ALL
      SELECT t.activity, make_date(t.collection_year, 3, 31) FROM care_leaver t WHERE ${OF_CHILD} AND t.activity IS NOT NULL
    ) told ORDER BY told.told_on DESC LIMIT 1
  ) activity ON true
  WHERE c.la_code = ANY ($1::text[]) AND c.id = ANY ($2::text[])`;

/** The facts of these children on a day, in one statement. It asks for the rights of the platform. */
export function findAllocationFacts(
  db: Db,
  asked: { readonly laCodes: readonly string[]; readonly childIds: readonly string[]; readonly on: PlainDate },
): Promise<AllocationFacts[]> {
  return db.query<AllocationFacts>(SELECT_FACTS, [asked.laCodes, asked.childIds, asked.on]);
}
