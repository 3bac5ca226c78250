import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const immunised: ChildIndicator = {
  code: 'immunised',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children whose immunisations were up to date',
  definition:
    'The share of the children looked after for the whole year who had had all the immunisations that a child of their age should have.',
  numerator: 'Those whose return says that their immunisations were up to date (IMMUNISATIONS 1).',
  denominator:
    'Children who on the last day of the year had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  membership: yearOutcomeMembership({ counted: 'outcome.is_immunised' }),
};
