import { censusSource, goesOn, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Agency ÷ (agency + in post), in whole-time equivalents: the rate the workforce census publishes. */
export const agency: StaffIndicator = {
  code: 'agency',
  title: 'Agency workers',
  definition:
    'Social workers supplied by an agency, as a share of all social workers at the end of the period, both in whole-time equivalents.',
  numerator: 'Whole-time equivalents of agency social workers at the end of the last day of the period.',
  denominator:
    'Whole-time equivalents of all social workers at the end of the last day of the period, agency workers included.',
  excluded: [othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: `${censusSource}: agency worker rate.`,
  outcomeArticle: 22,
  leftOut: [],
  isPublishable: true,
  sql: `
    measured AS (
      SELECT question,
             sum(full_time_equivalent::numeric) FILTER (WHERE is_agency) AS numerator,
             sum(full_time_equivalent::numeric) AS denominator
        FROM employed WHERE ${goesOn} GROUP BY question
    )`,
};
