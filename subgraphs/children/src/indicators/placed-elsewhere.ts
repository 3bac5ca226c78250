import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedElsewhere: ChildIndicator = {
  code: 'placed-elsewhere',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living elsewhere',
  definition:
    'The share of the children looked after on the last day of the period who were living in no kind of place that has a figure of its own: a temporary one, residential employment, or another.',
  numerator: 'Those whose PLACE is of none of the other kinds.',
  goodDirection: 'NEITHER',
  membership: homeMembership(Object.values(homes).join('|'), true),
};
