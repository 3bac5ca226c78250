import { holderSql } from './cases.ts';
import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Children led ÷ whole-time equivalents of those who lead one or more: the figure the workforce census publishes. */
export const averageCaseload: StaffIndicator = {
  code: 'average-caseload',
  title: 'Average caseload',
  definition:
    'Children in care per whole-time equivalent of the social workers, agency workers included, who are the lead professional of one child or more at the end of the period.',
  numerator:
    'Children whose lead professional is one of these social workers at the end of the last day of the period.',
  denominator: 'Whole-time equivalents of social workers who lead one child or more at the end of that day.',
  excluded: [othersThanSocialWorkers, 'Social workers without a child.', 'Cases other than of children in care.'],
  unit: 'SCORE',
  goodDirection: 'LOWER',
  source: `${censusSource}: average caseload. The census counts every case held, this the children in care.`,
  outcomeArticle: 22,
  restsOn: 'cases',
  noneBecause: 'No social worker led a child at the end of the period.',
  leftOut: [{ column: 'led_by_others', reason: 'Children led by somebody without such a post on record.' }],
  isPublishable: false,
  sql: `${holderSql},
    led AS (SELECT question, sum(children) AS children FROM cases GROUP BY question),
    measured AS (
      SELECT led.question, sum(holder.children) FILTER (WHERE holder.children > 0) AS numerator,
             sum(holder.full_time_equivalent) FILTER (WHERE holder.children > 0) AS denominator,
             led.children - coalesce(sum(holder.children), 0) AS led_by_others
        FROM led LEFT JOIN holder USING (question) GROUP BY led.question, led.children
    )`,
};
