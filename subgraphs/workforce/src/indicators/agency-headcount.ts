import { censusSource, goesOn, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Agency ÷ (agency + in post), in people: the rate the workforce census publishes by headcount. */
export const agencyHeadcount: StaffIndicator = {
  code: 'agency-headcount',
  title: 'Agency workers, people',
  definition:
    'Social workers supplied by an agency, as a share of all social workers at the end of the period, both in people.',
  numerator: 'Agency social workers at the end of the last day of the period.',
  denominator: 'Social workers at the end of the last day of the period, agency workers included.',
  excluded: [othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: `${censusSource}: agency worker rate (headcount).`,
  outcomeArticle: 22,
  leftOut: [],
  isPublishable: true,
  sql: `
    measured AS (
      SELECT question, count(DISTINCT worker_id) FILTER (WHERE is_agency) AS numerator,
             count(DISTINCT worker_id) FILTER (WHERE is_agency)
               + count(DISTINCT worker_id) FILTER (WHERE NOT is_agency) AS denominator
        FROM employed WHERE ${goesOn} GROUP BY question
    )`,
};
