import { goesOn, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Leavers ÷ in post, in whole-time equivalents: the rate the workforce census publishes. */
export const turnover: StaffIndicator = {
  code: 'turnover',
  title: 'Staff turnover',
  definition:
    'Social workers who left their employer in the period, as a share of those in post at its end, both in whole-time equivalents.',
  numerator: 'Whole-time equivalents of the posts held last by social workers who left in the period.',
  denominator: 'Whole-time equivalents of social workers in post at the end of the last day of the period.',
  excluded: [
    'Agency workers.',
    othersThanSocialWorkers,
    'Moves from one post to another with the same employer.',
    'Those who began and left within the period.',
  ],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: "Children's social work workforce census, Department for Education: turnover rate.",
  outcomeArticle: 22,
  leftOut: [{ column: 'came_and_left', reason: 'Began and left within the period.' }],
  sql: `
    career AS (
      SELECT *, ${goesOn} AS goes_on,
             bool_or(${goesOn}) OVER worker_of_employer AS remains,
             min(started_on) OVER worker_of_employer AS first_day,
             max(ended_on) OVER worker_of_employer AS last_day
        FROM post
       WHERE NOT is_agency AND started_on <= period_to
      WINDOW worker_of_employer AS (PARTITION BY question, worker_id)
    ),
    measured AS (
      SELECT question,
             sum(full_time_equivalent::numeric) FILTER (WHERE NOT remains AND ended_on = last_day AND last_day >= period_from
                                                 AND first_day < period_from) AS numerator,
             sum(full_time_equivalent::numeric) FILTER (WHERE goes_on) AS denominator,
             count(DISTINCT worker_id) FILTER (WHERE NOT remains AND first_day >= period_from) AS came_and_left
        FROM career GROUP BY question
    )`,
};
