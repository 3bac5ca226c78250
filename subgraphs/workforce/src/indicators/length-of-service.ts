import { goesOn, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Mean years with the employer of those in post. */
export const lengthOfService: StaffIndicator = {
  code: 'length-of-service',
  title: 'Length of service',
  definition:
    'How many years social workers in post at the end of the period have been with their employer without a break, on average. Moving from one post to the next does not break it.',
  numerator: 'Years of unbroken service of those in post at the end of the last day of the period, together.',
  denominator: 'Social workers in post at the end of the last day of the period.',
  excluded: ['Agency workers.', othersThanSocialWorkers],
  unit: 'YEARS',
  goodDirection: 'HIGHER',
  source: 'The practice contract, Part B, Article 22: average length of service at the end of the year.',
  outcomeArticle: 22,
  leftOut: [],
  sql: `
    stepped AS (
      SELECT *, ${goesOn} AS goes_on,
             started_on > 1 + max(coalesce(ended_on, 'infinity'::date)) OVER (
               PARTITION BY question, worker_id ORDER BY started_on, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS follows_a_break
        FROM post
       WHERE NOT is_agency AND started_on <= period_to
    ),
    run AS (
      SELECT *, count(*) FILTER (WHERE follows_a_break) OVER (
               PARTITION BY question, worker_id ORDER BY started_on, id) AS number
        FROM stepped
    ),
    service AS (
      SELECT question, worker_id, (period_to - min(started_on)) / 365.25 AS years
        FROM run GROUP BY question, worker_id, number, period_to HAVING bool_or(goes_on)
    ),
    measured AS (
      SELECT question, sum(years) AS numerator, count(*) AS denominator FROM service GROUP BY question
    )`,
};
