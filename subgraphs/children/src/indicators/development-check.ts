import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const developmentCheck: ChildIndicator = {
  code: 'development-check',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Young children whose development checks were up to date',
  definition:
    'The share of the children under 5 looked after for the whole year who had had the checks of their development that are due at their age.',
  numerator: 'Those whose return says that their development checks were up to date (HEALTH_CHECK 1).',
  denominator:
    'Children under 5 on the last day of the year who had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  membership: yearOutcomeMembership({
    counted: 'outcome.is_development_checked',
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} < 5`,
  }),
};
