import { careerSql, leftInPeriod } from './career.ts';
import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Leavers ÷ in post, in people: the rate the workforce census publishes by headcount. */
export const turnoverHeadcount: StaffIndicator = {
  code: 'turnover-headcount',
  title: 'Staff turnover, people',
  definition:
    'Social workers who left their employer in the period, as a share of those in post at its end, both in people.',
  numerator: 'Social workers who left in the period.',
  denominator: 'Social workers in post at the end of the last day of the period.',
  excluded: [
    'Agency workers.',
    othersThanSocialWorkers,
    'Moves from one post to another with the same employer.',
    'Those who began and left within the period.',
  ],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: `${censusSource}: turnover rate (headcount).`,
  outcomeArticle: 22,
  leftOut: [{ column: 'came_and_left', reason: 'Began and left within the period.' }],
  isPublishable: true,
  sql: `${careerSql},
    measured AS (
      SELECT question,
             count(DISTINCT worker_id) FILTER (WHERE ${leftInPeriod}) AS numerator,
             count(DISTINCT worker_id) FILTER (WHERE goes_on) AS denominator,
             count(DISTINCT worker_id) FILTER (WHERE NOT remains AND first_day >= period_from) AS came_and_left
        FROM career GROUP BY question
    )`,
};
