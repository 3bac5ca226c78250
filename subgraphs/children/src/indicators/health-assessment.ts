import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofYearOutcome, yearOutcomeMembership, yearOutcomeSource } from './year-outcome-membership.ts';

export const healthAssessment: ChildIndicator = {
  code: 'health-assessment',
  ...ofChildrenInCare,
  ...ofYearOutcome,
  title: 'Children who had their health assessed',
  definition:
    'The share of the children looked after for the whole year who had every health assessment that was due: one in the year, two for those under 5.',
  numerator: 'Those whose return says that their health was assessed as often as is due (HEALTH_ASSESSMENT 1).',
  denominator:
    'Children who on the last day of the year had been looked after without a break for at least twelve months.',
  unit: 'SHARE',
  goodDirection: 'HIGHER',
  source: yearOutcomeSource,
  outcomeArticle: 23,
  membership: yearOutcomeMembership({ counted: 'outcome.is_health_assessed' }),
};
