import { bankHolidays } from '@mainstay/primitives';
import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { caredCte, ofChild, shortBreak, shortBreakRows } from './membership-sql.ts';

/** The years whose bank holidays are looked at. */
const YEARS = { first: 2010, last: 2045 };

const holidays = Array.from({ length: YEARS.last - YEARS.first + 1 }, (_, index) => bankHolidays(YEARS.first + index))
  .flat()
  .map(({ day }) => `'${day}'`)
  .join(', ');

/** CTE `calendar`: each day since the oldest return held, and how many working days there were by its end. */
const calendarCte = `
  calendar AS MATERIALIZED (
    SELECT day, is_working, count(*) FILTER (WHERE is_working) OVER (ORDER BY day) AS number
    FROM (
      SELECT next.day::date AS day, extract(isodow FROM next.day) < 6
        AND next.day::date NOT IN (SELECT unnest(ARRAY[${holidays}]::date[])) AS is_working
      FROM generate_series(
        (SELECT min(since) FROM held)::timestamp, (SELECT max(to_on) FROM cohort) + 60, interval '1 day'
      ) AS next (day)
    ) AS days
  )`;

// `step` is each review of the period of care, and before the first its beginning: `after` the review that followed.
// Reviews before the oldest return held are on no record, so which is a child's first or second is known only of those
// who came into care since.

export const reviewsOnTime: ChildIndicator = {
  code: 'reviews-on-time',
  ...ofChildrenInCare,
  title: 'Children whose reviews were all on time',
  definition:
    'Of the children looked after on the last day for whom a review was due in the period, the share all of whose ' +
    'reviews were held in time: the first within 20 working days of coming into care, the second within three months of ' +
    'the first, each later one within six months of the one before.',
  numerator: 'Those of whom no review was late on any day of the period.',
  denominator:
    'Children looked after on the last day of the period for whom a review was due in it, or was late in it.',
  excluded: [
    'Children in a series of short-term breaks (legal status V3 or V4).',
    'Children in care for so short a time that no review was due yet.',
  ],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source:
    'The Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; formerly National Indicator ' +
    '66. Worked out from the SSDA903 return.',
  owner: 'Mainstay',
  outcomeArticle: 22,
  population: 'looked-after',
  tables: ['Header', 'Episodes', 'Reviews'],
  collectedSince: null,
  looksAt: 'period',
  notKnown: null,
  knownOfNobody: null,
  leftOut: {
    'short-break': shortBreak,
    'none-due': {
      reason: 'Children for whom no review was due in the period, as far as the record goes, are left out.',
    },
  },
  membership: `
    WITH ${caredCte},
    held AS (
      SELECT la_code, make_date(min(collection_year) - 1, 4, 1) AS since
      FROM return_table
      WHERE table_name = 'Reviews' AND la_code IN (SELECT la_code FROM cohort)
      GROUP BY la_code
    ),
    ${calendarCte},
    step AS (
      SELECT cared.ord, cared.child_id, cared.from_on, cared.to_on,
        row_number() OVER begun AS place, done.on_day, lead(done.on_day) OVER begun AS after,
        cared.care_started_on >= held.since AND cared.is_care_start_known AS is_whole
      FROM cared
      JOIN held ON held.la_code = cared.la_code
      CROSS JOIN LATERAL (
        SELECT cared.care_started_on AS on_day, 0 AS is_review
        UNION ALL
        SELECT review.held_on, 1
        FROM review
        WHERE ${ofChild('review', 'cared')} AND review.held_on >= cared.care_started_on
      ) AS done
      WHERE done.is_review = 1 OR cared.care_started_on >= held.since AND cared.is_care_start_known
      WINDOW begun AS (PARTITION BY cared.ord, cared.child_id ORDER BY done.is_review, done.on_day)
    ),
    due AS (
      SELECT step.*, CASE
        WHEN is_whole AND place = 1 THEN twentieth.day
        WHEN is_whole AND place = 2 THEN (on_day + interval '3 months')::date
        ELSE (on_day + interval '6 months')::date
      END AS due_on
      FROM step
      LEFT JOIN calendar AS begun ON step.is_whole AND step.place = 1 AND begun.day = step.on_day
      LEFT JOIN calendar AS twentieth ON twentieth.is_working AND twentieth.number = begun.number + 20
    ),
    reviewed AS (
      SELECT ord, child_id, bool_and(coalesce(after <= due_on, false)) AS is_on_time
      FROM due
      WHERE due_on <= to_on AND (due_on >= from_on OR after > due_on AND after >= from_on OR after IS NULL)
      GROUP BY ord, child_id
    )
    SELECT cared.ord, cared.la_code, cared.child_id, cared.is_visible,
      coalesce(reviewed.is_on_time, false) AS is_counted, false AS is_not_known,
      CASE WHEN reviewed.is_on_time IS NULL THEN 'none-due' END AS left_out
    FROM cared
    LEFT JOIN reviewed ON reviewed.ord = cared.ord AND reviewed.child_id = cared.child_id
    UNION ALL ${shortBreakRows}`,
};
