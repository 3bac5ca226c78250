import { serviceSql } from './career.ts';
import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Those who came in the period and are there at its end. */
export const starters: StaffIndicator = {
  code: 'starters',
  title: 'Starters',
  definition:
    'Social workers in post at the end of the period who came to their employer in it. Moving from one post to the next, and coming back from leave, is no start.',
  numerator: 'Social workers whose unbroken service began in the period and goes on at its end.',
  denominator: null,
  excluded: ['Agency workers.', othersThanSocialWorkers, 'Those who began and left within the period.'],
  unit: 'COUNT',
  goodDirection: 'NEITHER',
  source: `${censusSource}: starters (headcount).`,
  outcomeArticle: 22,
  leftOut: [],
  // Who left and came back within a year would be told by it, beside those who came.
  isPublishable: false,
  isNumerator: true,
  sql: `${serviceSql},
    measured AS (
      SELECT question, count(*) FILTER (WHERE began_on >= period_from) AS numerator, 1 AS denominator
        FROM service GROUP BY question
    )`,
};
