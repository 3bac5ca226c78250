import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';
import { vacanciesSql } from './vacancies.ts';

/** Agency covering vacancies ÷ agency, in whole-time equivalents: the rate the workforce census publishes. */
export const agencyCover: StaffIndicator = {
  code: 'agency-cover',
  title: 'Agency workers covering vacancies',
  definition:
    'Agency social workers who cover a vacancy, as a share of all agency social workers at the end of the period, both in whole-time equivalents.',
  numerator:
    'Whole-time equivalents of agency social workers in posts, at most what is vacant of each, at the end of the last day of the period.',
  denominator: 'Whole-time equivalents of all agency social workers at the end of that day.',
  excluded: [othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'NEITHER',
  source: `${censusSource}: agency workers covering vacancies.`,
  outcomeArticle: 22,
  restsOn: 'posts',
  noneBecause: 'There was no agency worker at the end of the period.',
  leftOut: [],
  isPublishable: false,
  sql: `${vacanciesSql},
    measured AS (SELECT question, covered AS numerator, agency AS denominator FROM vacancies)`,
};
