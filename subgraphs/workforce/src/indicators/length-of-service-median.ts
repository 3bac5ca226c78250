import { serviceSql } from './career.ts';
import { othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Median years with the employer of those in post: half have been there longer. */
export const lengthOfServiceMedian: StaffIndicator = {
  code: 'length-of-service-median',
  title: 'Length of service, median',
  definition:
    'How many years half of the social workers in post at the end of the period have been with their employer without a break, or longer. A few who have been there very long do not move it.',
  numerator:
    'The middle one of the years of unbroken service of those in post at the end of the last day of the period.',
  denominator: null,
  excluded: ['Agency workers.', othersThanSocialWorkers],
  unit: 'YEARS',
  goodDirection: 'HIGHER',
  source:
    'The practice contract, Part B, Article 22: length of service at the end of the year; the median beside the average.',
  outcomeArticle: 22,
  leftOut: [],
  // The middle one of few is one person's.
  isPublishable: false,
  isNumerator: true,
  sql: `${serviceSql},
    measured AS (
      SELECT question, percentile_cont(0.5) WITHIN GROUP (ORDER BY (period_to - began_on) / 365.25) AS numerator,
             count(*) AS denominator
        FROM service GROUP BY question
    )`,
};
