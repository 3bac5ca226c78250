import type { Db } from '@mainstay/subgraph-kit';
import type { DutyFacts } from '../../duties/duty-facts.ts';

const PRESENT = 't.la_code = c.la_code AND t.child_id = c.id AND t.superseded_at IS NULL AND NOT t.is_withdrawn';
const OF_CHILD = 't.la_code = c.la_code AND t.child_id = c.id';

/** SQL: a list of JSON objects, in order. */
function list(fields: Readonly<Record<string, string>>, from: string, orderBy: string): string {
  const pairs = Object.entries(fields).map(([name, value]) => `'${name}', ${value}`);
  return `coalesce((SELECT jsonb_agg(jsonb_build_object(${pairs.join(', ')}) ORDER BY ${orderBy}) FROM ${from}), '[]')`;
}

function done(table: string, day: string, also: string): string {
  return list({ on: `t.${day}`, id: 't.id' }, `${table} t WHERE ${PRESENT} AND ${also}`, `t.${day}, t.id`);
}

const lasting = { from: 't.started_on', to: 't.ended_on' };

const placements = list(
  {
    ...lasting,
    id: 't.id',
    isStartKnown: 't.is_start_known',
    type: 't.type',
    isBeforeAssessment: 'coalesce(a.is_before_assessment, false)',
    isTemporarilyApproved: 'coalesce(a.is_temporarily_approved, false)',
    plannedToEighteenFrom: `CASE WHEN t.type IN ('U1', 'U4') THEN t.started_on ELSE p.agreed_on END`,
    fewerVisitsAgreedOn: `CASE WHEN t.type IN ('U1', 'U4') THEN a.fewer_visits_agreed_on END`,
  },
  `placement t
    LEFT JOIN LATERAL (
      SELECT * FROM placement_arrangement a WHERE a.la_code = c.la_code AND a.child_id = c.id
        AND a.superseded_at IS NULL AND NOT a.is_withdrawn AND a.started_on = t.started_on
      ORDER BY a.recorded_at DESC LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT CASE WHEN p.is_to_last_until_18 THEN p.agreed_on END AS agreed_on
      FROM care_plan p WHERE p.la_code = c.la_code AND p.child_id = c.id
        AND p.superseded_at IS NULL AND NOT p.is_withdrawn AND p.kind = 'CARE' AND p.status = 'AGREED'
        AND p.agreed_on >= t.started_on AND (t.ended_on IS NULL OR p.agreed_on < t.ended_on)
      ORDER BY p.edition DESC LIMIT 1
    ) p ON true
    WHERE ${OF_CHILD} AND NOT t.is_temporary AND NOT t.is_short_break`,
  't.started_on, t.id',
);

const reviews = list(
  { on: 'r.held_on', id: 'r.id' },
  `(
    SELECT DISTINCT ON (held_on) held_on, id FROM (
      SELECT t.held_on, t.id, 1 AS place FROM review t WHERE ${OF_CHILD}
      UNION ALL SELECT t.held_on, t.id, 0 FROM review_meeting t WHERE ${PRESENT} AND t.status = 'HELD'
    ) held ORDER BY held_on, place, id
  ) r`,
  'r.held_on',
);

const pathwayPlanReviews = list(
  { on: 'r.held_on', id: 'r.id' },
  `(
    SELECT DISTINCT ON (held_on) held_on, id FROM (
      SELECT t.agreed_on AS held_on, t.id FROM care_plan t
      WHERE ${PRESENT} AND t.kind = 'PATHWAY' AND t.status = 'AGREED' AND t.edition > 1
      UNION ALL SELECT t.held_on, t.id FROM review_meeting t WHERE ${PRESENT} AND t.status = 'HELD'
      UNION ALL SELECT t.held_on, t.id FROM review t WHERE ${OF_CHILD}
    ) held ORDER BY held_on, id
  ) r`,
  'r.held_on',
);

/** Moves after care: the day of the first account of a young person's life that tells of another accommodation. */
const moves = list(
  { on: 'm.as_of', id: 'm.id' },
  `(
    SELECT t.as_of, t.id, t.accommodation,
      lag(t.accommodation) OVER (ORDER BY t.as_of, t.recorded_at) AS before
    FROM leaving_care t WHERE ${PRESENT} AND t.accommodation IS NOT NULL
  ) m WHERE m.before IS NOT NULL AND m.before <> m.accommodation`,
  'm.as_of, m.id',
);

/** Returns from being missing, from the returns and from interviews recorded before the return tells of the time. */
const returns = list(
  {
    on: 'b.returned_on',
    id: 'b.id',
    heldOn: 'b.held_on',
    heldId: 'b.held_id',
    isDeclined: 'coalesce(b.is_declined, false)',
  },
  `(
    SELECT DISTINCT ON (returned_on) * FROM (
      SELECT coalesce(i.returned_on, t.ended_on) AS returned_on, t.id, i.held_on, i.id AS held_id,
        i.is_offered AND NOT i.is_accepted AS is_declined
      FROM missing_incident t
      LEFT JOIN return_interview i ON i.la_code = c.la_code AND i.child_id = c.id AND i.superseded_at IS NULL
        AND NOT i.is_withdrawn AND (i.returned_on = t.ended_on OR i.missing_from = t.started_on)
      WHERE ${OF_CHILD} AND t.ended_on IS NOT NULL
      UNION ALL
      SELECT t.returned_on, t.id, t.held_on, t.id, t.is_offered AND NOT t.is_accepted
      FROM return_interview t WHERE ${PRESENT}
    ) told ORDER BY returned_on, held_on, id
  ) b`,
  'b.returned_on, b.id',
);

const FACTS: Readonly<Record<string, string>> = {
  childId: 'c.id',
  dateOfBirth: 'c.date_of_birth',
  knownSince: `(SELECT min(t.recorded_at AT TIME ZONE 'Europe/London')::date FROM episode t WHERE ${OF_CHILD})`,
  returnedUntil: `(SELECT make_date(max(t.collection_year), 3, 31) FROM episode t
    WHERE ${OF_CHILD} AND t.superseded_at IS NULL)`,
  care: list({ ...lasting, isStartKnown: 't.is_start_known' }, `period_of_care t WHERE ${OF_CHILD}`, 't.started_on'),
  placements,
  statuses: list({ ...lasting, code: 't.legal_status' }, `legal_status_period t WHERE ${OF_CHILD}`, 't.started_on'),
  allocations: list({ ...lasting, id: 't.id' }, `allocation t WHERE ${OF_CHILD}`, 't.started_on, t.id'),
  visits: done('visit', 'visited_on', `t.is_seen AND t.purpose <> 'PERSONAL_ADVISER'`),
  adviserVisits: done('visit', 'visited_on', `t.is_seen AND t.purpose = 'PERSONAL_ADVISER'`),
  reviews,
  healthAssessments: done(
    'health_event',
    'happened_on',
    `t.kind IN ('INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT') AND t.outcome = 'DONE'`,
  ),
  carePlans: done('care_plan', 'agreed_on', `t.kind = 'CARE' AND t.status = 'AGREED'`),
  pathwayPlans: done('care_plan', 'agreed_on', `t.kind = 'PATHWAY' AND t.status = 'AGREED'`),
  pathwayPlanReviews,
  movesAfterCare: moves,
  returns,
};

const SELECT_FACTS = `
  SELECT jsonb_build_object(${Object.entries(FACTS)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(',\n')}) AS facts
  FROM child c WHERE c.la_code = ANY ($1::text[]) AND c.id = ANY ($2::text[])`;

/**
 * What the duties towards these children are worked out from: one statement, however many they are. It asks for the rights
 * of the platform: a practice that sees a part of the record has to have the whole of it counted.
 */
export async function findDutyFacts(
  db: Db,
  { laCodes, childIds }: { readonly laCodes: readonly string[]; readonly childIds: readonly string[] },
): Promise<DutyFacts[]> {
  const rows = await db.query<{ facts: DutyFacts }>(SELECT_FACTS, [laCodes, childIds]);
  return rows.map(({ facts }) => facts);
}
