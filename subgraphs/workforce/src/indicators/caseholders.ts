import { holderSql } from './cases.ts';
import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Those in post who lead a child ÷ all in post, in whole-time equivalents. */
export const caseholders: StaffIndicator = {
  code: 'caseholders',
  title: 'Case holders',
  definition:
    'Social workers who are the lead professional of one child or more, as a share of all in post at the end of the period, both in whole-time equivalents.',
  numerator:
    'Whole-time equivalents in post of social workers who lead a child at the end of the last day of the period.',
  denominator: 'Whole-time equivalents of all social workers in post at the end of that day.',
  excluded: ['Agency workers.', othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'NEITHER',
  source: `${censusSource}: share of the workforce by role, case holders. The census goes by the role that is returned, this by the children led.`,
  outcomeArticle: 22,
  restsOn: 'cases',
  leftOut: [],
  isPublishable: false,
  sql: `${holderSql},
    measured AS (
      SELECT question, coalesce(sum(full_time_equivalent) FILTER (WHERE children > 0), 0) AS numerator,
             sum(full_time_equivalent) AS denominator
        FROM holder WHERE NOT is_agency GROUP BY question
    )`,
};
