import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const sdqConcern: ChildIndicator = {
  code: 'sdq-concern',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children whose strengths and difficulties score is a cause for concern',
  definition:
    'The share of the children aged 5 to 16 looked after for the whole year whose strengths and difficulties score, by their carer, was 17 or more: a cause for concern about how they feel and behave.',
  numerator: 'Those whose score was 17 to 40 (SDQ_SCORE).',
  denominator:
    'Children aged 5 to 16 on the last day of the year, looked after without a break for at least twelve months, for whom a score was returned.',
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  leftOut: {
    ...ofYearOutcome.leftOut,
    'no-score': { reason: 'Children aged 5 to 16 for whom no score was returned are left out.' },
  },
  notKnown: null,
  knownOfNobody: null,
  membership: yearOutcomeMembership({
    counted: 'outcome.sdq_score >= 17',
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} BETWEEN 5 AND 16`,
    withoutScore: 'outcome.sdq_score IS NULL',
  }),
};
