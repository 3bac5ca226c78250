import { annexACode } from '@mainstay/annex-a';
import { ageOn, type PlainDate } from '@mainstay/primitives';
import { picked, textOf, type AnnexASource } from './annex-a.list.ts';
import { disability, personColumnsSql, profileSql, whoTheChildIs, workerSql } from './annex-a.person.ts';

const ADULT = 18;
/** Duties to former relevant young people end at 25. */
const LEAVING_CARE_UNTIL = 25;

/** SQL: people who are looked after are not care leavers yet. */
const NOT_LOOKED_AFTER = `NOT EXISTS (
    SELECT FROM period_of_care p WHERE p.la_code = $1 AND p.child_id = child.id AND p.started_on <= $2::date
      AND (p.ended_on IS NULL OR p.ended_on > $2::date)
  )`;

/** Unknown where the record does not say: then the return's cohort from 18 on is of former relevant young people. */
function eligibilityOf(eligibility: unknown, born: unknown, asAt: PlainDate): string | null {
  if (typeof eligibility === 'string') return annexACode('eligibility', eligibility);
  if (typeof born !== 'string' || ageOn(born as PlainDate, asAt) < ADULT) return null;
  return annexACode('eligibility', 'FORMER_RELEVANT');
}

const OUT_OF_TOUCH = 'The authority is not in touch, or it is not known.';

/** List 9. @see SSDA903 table OC3 */
export const careLeavers: AnnexASource = {
  number: 9,
  whyEmpty:
    'Nobody is on record as leaving care on the day: neither in the records nor in table OC3 of the newest return.',
  sql: `
    SELECT ${personColumnsSql}, coalesce(now.in_touch, returned.in_touch) AS "inTouch", now.eligibility,
      CASE WHEN now.id IS NULL THEN returned.activity ELSE now.activity END AS activity,
      CASE WHEN now.id IS NULL THEN returned.accommodation ELSE now.accommodation END AS accommodation,
      led.worker_id AS "workerId"
    FROM child
    LEFT JOIN LATERAL (
      SELECT l.id, l.in_touch, l.eligibility, l.activity, l.accommodation FROM leaving_care l
      WHERE l.la_code = $1 AND l.child_id = child.id AND l.superseded_at IS NULL AND NOT l.is_withdrawn
        AND l.as_of <= $2::date
      ORDER BY l.as_of DESC LIMIT 1
    ) now ON true
    LEFT JOIN LATERAL (
      SELECT c.in_touch, c.activity, c.accommodation FROM care_leaver c
      WHERE c.la_code = $1 AND c.child_id = child.id AND make_date(c.collection_year, 3, 31) <= $2::date
        AND make_date(c.collection_year, 3, 31) > $2::date - interval '1 year'
      ORDER BY c.collection_year DESC LIMIT 1
    ) returned ON true
    ${profileSql} ${workerSql('$2::date')}
    WHERE child.la_code = $1 AND child.id <> ALL ($3::text[]) AND ${NOT_LOOKED_AFTER}
      AND ((now.id IS NOT NULL AND now.eligibility <> 'ELIGIBLE') OR (now.id IS NULL AND returned.in_touch IS NOT NULL))
      AND child.date_of_birth > $2::date - interval '${LEAVING_CARE_UNTIL} years'
    ORDER BY child.local_id`,
  columns: [
    ...whoTheChildIs,
    disability,
    picked('Allocated Team', 'team', 'The young person’s profile', 'No team is recorded in the profile.'),
    picked(
      'Allocated Worker',
      'workerId',
      'The lead professional on the day',
      'The young person has no lead professional; a personal adviser is not a social worker.',
    ),
    {
      name: 'Eligibility Category',
      source: 'The leaving care record; from 18, where only the return names the young person, former relevant',
      whyBlank: 'Only the return names the young person, who is under 18: it does not say which category.',
      cell: ({ eligibility, dateOfBirth }, asAt) => eligibilityOf(eligibility, dateOfBirth, asAt),
    },
    {
      name: 'LA In Touch',
      source: 'The latest leaving care record, else IN_TOUCH of the newest return',
      whyBlank: null,
      cell: ({ inTouch }) => annexACode('inTouch', textOf(inTouch)),
    },
    {
      name: 'Type of Accommodation',
      source: 'The latest leaving care record, else ACCOM of the newest return',
      whyBlank: OUT_OF_TOUCH,
      cell: ({ accommodation }) => annexACode('accommodation', textOf(accommodation)?.slice(0, 1) ?? null),
    },
    {
      name: 'Suitability of Accommodation',
      source: 'The last character of the code of the accommodation',
      whyBlank: OUT_OF_TOUCH,
      cell: ({ accommodation }) => annexACode('suitability', textOf(accommodation)?.slice(1) ?? null),
    },
    {
      name: 'Activity Status',
      source: 'The latest leaving care record, else ACTIV of the newest return',
      whyBlank: OUT_OF_TOUCH,
      cell: ({ activity }) => annexACode('activity', textOf(activity)),
    },
  ],
};
