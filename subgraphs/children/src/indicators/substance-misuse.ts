import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const substanceMisuse: ChildIndicator = {
  code: 'substance-misuse',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children with a substance misuse problem',
  definition:
    'The share of the children looked after for the whole year who were found to have a problem with alcohol or drugs. A low figure can also mean that nobody asked.',
  numerator: 'Those whose return says that a substance misuse problem was found (SUBSTANCE_MISUSE 1).',
  denominator:
    'Children who on the last day of the year had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'LOWER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  membership: yearOutcomeMembership({ counted: 'outcome.is_misusing_substances' }),
};
