import { serviceSql } from './career.ts';
import { othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

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
  isPublishable: true,
  sql: `${serviceSql},
    measured AS (
      SELECT question, sum((period_to - began_on) / 365.25) AS numerator, count(*) AS denominator
        FROM service GROUP BY question
    )`,
};
