import { ofChildrenInCare } from './catalogue-terms.ts';
import { incidentMembership, ofIncidents } from './incident-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const missing: ChildIndicator = {
  code: 'missing',
  ...ofChildrenInCare,
  ...ofIncidents,
  title: 'Children who went missing',
  definition:
    'The share of the children looked after at any time in the period who were missing at some time in it: not where ' +
    'they should be, and nobody knew where they were. Some authorities record every absence as missing.',
  numerator: 'Those missing on any day of the period, since before its first day included (MISSING M).',
  source:
    'Department for Education, Children looked after in England: children who went missing. Worked out from the table ' +
    'Missing of the SSDA903 return.',
  frameworkOutcome: 'Children and young people are safe in and outside of their homes',
  membership: incidentMembership('M'),
};
