import { ofCareLeavers } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql, ofChild } from './membership-sql.ts';

export const leaversInEducationEmploymentTraining: ChildIndicator = {
  code: 'leavers-in-education-employment-training',
  title: 'Care leavers aged 19 to 21 in education, employment or training',
  definition:
    'The share of care leavers aged 19 to 21 who were in education, employment or training, full time or part time, ' +
    'around their birthday in the year.',
  numerator: 'Those whose main activity was education, employment or training (ACTIV F… or P…).',
  denominator:
    'Care leavers aged 19 to 21 on the last day of the year, those the authority was not in touch with included.',
  excluded: ['Care leavers who died.', 'Care leavers who returned home to their parents for six months or more.'],
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source:
    'Department for Education, Children looked after in England: care leavers; formerly National Indicator 148. Worked ' +
    'out from the table OC3 of the SSDA903 return.',
  ...ofCareLeavers,
  outcomeArticle: 27,
  population: 'care-leavers',
  isToldOfPractices: true,
  tables: ['OC3'],
  collectedSince: null,
  looksAt: 'year',
  notKnown: 'Care leavers whose activity is not known; they are counted as not in education, employment or training.',
  knownOfNobody: null,
  leftOut: {
    died: { reason: 'Care leavers aged 19 to 21 who died are left out.' },
    'returned-home': { reason: 'Care leavers aged 19 to 21 who returned home are left out.' },
  },
  membership: `
    SELECT cohort.ord, cohort.la_code, cohort.child_id, cohort.is_visible,
      coalesce(leaver.activity ~ '^[FP]', false) AS is_counted,
      coalesce(leaver.activity !~ '^[FGP]', true) AND leaver.in_touch NOT IN ('DIED', 'RHOM') AS is_not_known,
      CASE leaver.in_touch WHEN 'DIED' THEN 'died' WHEN 'RHOM' THEN 'returned-home' END AS left_out
    FROM cohort
    JOIN care_leaver AS leaver ON ${ofChild('leaver', 'cohort')}
      AND cohort.to_on = make_date(leaver.collection_year, 3, 31)
      AND ${ageOnSql('cohort.date_of_birth', 'cohort.to_on')} BETWEEN 19 AND 21`,
};
