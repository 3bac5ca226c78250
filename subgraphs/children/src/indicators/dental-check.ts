import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const dentalCheck: ChildIndicator = {
  code: 'dental-check',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children whose teeth were checked',
  definition:
    'The share of the children looked after for the whole year whose teeth a dentist checked in the year. It counts the youngest children too.',
  numerator: 'Those whose return says that a dentist checked their teeth (TEETH_CHECK 1).',
  denominator:
    'Children who on the last day of the year had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  membership: yearOutcomeMembership({ counted: 'outcome.is_teeth_checked' }),
};
