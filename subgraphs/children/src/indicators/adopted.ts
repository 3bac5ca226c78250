import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { leavingCareSource, leftCareMembership, ofLeavingCare } from './left-care-membership.ts';

export const adopted: ChildIndicator = {
  code: 'adopted',
  ...ofChildrenInCare,
  ...ofLeavingCare,
  title: 'Children who left care by adoption',
  definition:
    'Of the children who left care in the period, the share who were adopted. It says how children leave care, not how well.',
  numerator: 'Those whose last episode ended with their adoption (REC E11 or E12).',
  goodDirection: 'NEITHER',
  source: leavingCareSource,
  membership: leftCareMembership("ending.reason_ended ~ '^E1[12]$'"),
};
