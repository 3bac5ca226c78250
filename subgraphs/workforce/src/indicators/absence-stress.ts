import { daysLostSql } from './days-lost.ts';
import { othersThanSocialWorkers, type StaffIndicator } from './staff-indicator.ts';

/** Days lost to stress ÷ (in post × working days of the year). */
export const absenceStress: StaffIndicator = {
  code: 'absence-stress',
  title: 'Absence through stress',
  definition:
    'Working days lost to stress, anxiety or depression in the period, as a share of the working days of those in post at its end.',
  numerator: 'Working days lost in the period to absences recorded as stress, anxiety or depression.',
  denominator:
    'Whole-time equivalents in post at the end of the last day of the period × its working days: 253 a year, 254 in one with 29 February.',
  excluded: ['Agency workers.', othersThanSocialWorkers, 'Absences that are not illness.'],
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source:
    'The practice contract, Part B, Article 22: absence through stress; the formula is that of the absence rate of the workforce census.',
  outcomeArticle: 22,
  restsOn: 'absences',
  leftOut: [],
  tellsOf: ['people', 'people_by_stress', 'people_otherwise'],
  isPublishable: false,
  sql: `${daysLostSql},
    measured AS (
      SELECT question, coalesce(lost_to_stress, 0) AS numerator, days_possible AS denominator,
             coalesce(people, 0) AS people, coalesce(people_by_stress, 0) AS people_by_stress,
             coalesce(people_otherwise, 0) AS people_otherwise
        FROM possible LEFT JOIN totals_lost USING (question)
    )`,
};
