import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const convicted: ChildIndicator = {
  code: 'convicted',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children convicted or cautioned',
  definition:
    'The share of the children aged 10 and over looked after for the whole year who were convicted of an offence, or cautioned as a youth, in the year.',
  numerator: 'Those whose return says that they were convicted or cautioned (CONVICTED 1).',
  denominator:
    'Children aged 10 and over on the last day of the year who had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: yearOutcomeSource,
  outcomeArticle: 26,
  membership: yearOutcomeMembership({
    counted: 'outcome.is_convicted',
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} >= 10`,
  }),
};
