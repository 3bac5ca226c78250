import { censusSource, othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';
import { vacanciesSql } from './vacancies.ts';

/** Vacancies ÷ (vacancies + in post), in whole-time equivalents: the rate the workforce census publishes. */
export const vacancy: StaffIndicator = {
  code: 'vacancy',
  title: 'Vacancies',
  definition:
    'What is vacant of the establishment’s posts of social workers at the end of the period, as a share of vacancies and those in post together, both in whole-time equivalents. What agency workers cover stays vacant.',
  numerator:
    'Whole-time equivalents of posts of social workers that no employee and no partner holds at the end of the last day of the period.',
  denominator: 'Those, and whole-time equivalents of social workers in post at the end of that day.',
  excluded: ['Agency workers, as holders of posts.', othersThanSocialWorkers],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: `${censusSource}: vacancy rate.`,
  outcomeArticle: 22,
  restsOn: 'posts',
  noneBecause: 'There is no post of a social worker, and nobody in post, at the end of the period.',
  leftOut: [],
  isPublishable: false,
  sql: `${vacanciesSql},
    measured AS (SELECT question, vacant AS numerator, vacant + in_post AS denominator FROM vacancies)`,
};
