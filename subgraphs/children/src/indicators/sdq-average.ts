import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const sdqAverage: ChildIndicator = {
  code: 'sdq-average',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Average strengths and difficulties score',
  definition:
    'The average score of the strengths and difficulties questionnaire, which a carer fills in, of the children aged 5 to 16 looked after for the whole year. 0 to 13 is usual, 14 to 16 on the border, 17 to 40 a cause for concern.',
  numerator: 'The sum of their scores (SDQ_SCORE).',
  denominator:
    'Children aged 5 to 16 on the last day of the year, looked after without a break for at least twelve months, for whom a score was returned.',
  goodDirection: 'LOWER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  leftOut: {
    ...ofYearOutcome.leftOut,
    'no-score': { reason: 'Children aged 5 to 16 for whom no score was returned are left out.' },
  },
  notKnown: null,
  knownOfNobody: null,
  unit: 'SCORE',
  isSummed: true,
  membership: yearOutcomeMembership({
    counted: 'true',
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} BETWEEN 5 AND 16`,
    withoutScore: 'outcome.sdq_score IS NULL',
    amount: 'outcome.sdq_score',
  }),
};
