import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { leavingCareSource, leftCareMembership, ofLeavingCare } from './left-care-membership.ts';

export const specialGuardianship: ChildIndicator = {
  code: 'special-guardianship',
  ...ofChildrenInCare,
  ...ofLeavingCare,
  title: 'Children who left care to a special guardian',
  definition:
    'Of the children who left care in the period, the share for whom a court appointed a special guardian: a relative, a friend or a foster carer with whom they stay.',
  numerator:
    'Those whose last episode ended with a special guardianship order (REC E45 to E48; E43 and E44 before 2019).',
  goodDirection: 'NEITHER',
  source: leavingCareSource,
  membership: leftCareMembership("ending.reason_ended ~ '^E4[3-8]$'"),
};
