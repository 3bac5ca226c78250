import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedInSupportedAccommodation: ChildIndicator = {
  code: 'placed-in-supported-accommodation',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living in supported accommodation',
  definition:
    'The share of the children looked after on the last day of the period who were living in supported, semi-independent or independent accommodation, without carers of their own.',
  numerator: 'Those in such a place (PLACE K3; H5 and P2 before they were given up).',
  goodDirection: 'NEITHER',
  membership: homeMembership(homes.supported),
};
