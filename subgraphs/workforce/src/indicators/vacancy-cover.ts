import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';
import { vacanciesSql } from './vacancies.ts';

/** Agency covering vacancies ÷ vacancies, in whole-time equivalents: the rate the workforce census publishes. */
export const vacancyCover: StaffIndicator = {
  code: 'vacancy-cover',
  title: 'Vacancies covered by agency workers',
  definition:
    'What agency social workers cover of the vacancies at the end of the period, as a share of all vacancies, both in whole-time equivalents.',
  numerator:
    'Whole-time equivalents of agency social workers in posts, at most what is vacant of each, at the end of the last day of the period.',
  denominator:
    'Whole-time equivalents of posts of social workers that no employee and no partner holds at the end of that day.',
  excluded: [othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'NEITHER',
  source: `${censusSource}: vacancies covered by agency workers.`,
  outcomeArticle: 22,
  restsOn: 'posts',
  noneBecause: 'Nothing was vacant at the end of the period.',
  leftOut: [],
  isPublishable: false,
  sql: `${vacanciesSql},
    measured AS (SELECT question, covered AS numerator, vacant AS denominator FROM vacancies)`,
};
