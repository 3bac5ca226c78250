import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const sdqReturned: ChildIndicator = {
  code: 'sdq-returned',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children whose strengths and difficulties were asked about',
  definition:
    'The share of the children aged 5 to 16 looked after for the whole year for whom a carer filled in the strengths and difficulties questionnaire.',
  numerator: 'Those for whom the return has a score (SDQ_SCORE).',
  denominator:
    'Children aged 5 to 16 on the last day of the year who had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  notKnown: null,
  knownOfNobody: null,
  membership: yearOutcomeMembership({
    counted: 'outcome.sdq_score IS NOT NULL',
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} BETWEEN 5 AND 16`,
  }),
};
