import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { leavingCareSource, leftCareMembership, ofLeavingCare } from './left-care-membership.ts';

export const returnedHome: ChildIndicator = {
  code: 'returned-home',
  ...ofChildrenInCare,
  ...ofLeavingCare,
  title: 'Children who left care to live with their parents',
  definition:
    'Of the children who left care in the period, the share who went home to a parent or another person with parental responsibility, as planned or not.',
  numerator: 'Those whose last episode ended with their return home (REC E4A or E4B).',
  goodDirection: 'NEITHER',
  source: leavingCareSource,
  membership: leftCareMembership("ending.reason_ended ~ '^E4[AB]$'"),
};
