import { ofChildrenInCare } from './catalogue-terms.ts';
import { incidentMembership, ofIncidents } from './incident-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const away: ChildIndicator = {
  code: 'away',
  ...ofChildrenInCare,
  ...ofIncidents,
  title: 'Children away from home without leave',
  definition:
    'The share of the children looked after at any time in the period who were away without leave at some time in it: ' +
    'not where they should be, though somebody knew where they were. Many authorities record no such absence.',
  numerator: 'Those away on any day of the period, since before its first day included (MISSING A).',
  source:
    'Department for Education, Children looked after in England: children away from placement without authorisation. ' +
    'Worked out from the table Missing of the SSDA903 return.',
  frameworkOutcome: 'Children and young people are safe in and outside of their homes',
  membership: incidentMembership('A'),
};
