import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedForAdoption: ChildIndicator = {
  code: 'placed-for-adoption',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living with their adopters to be',
  definition:
    'The share of the children looked after on the last day of the period who were living with the family that is to adopt them.',
  numerator: 'Those placed for adoption (PLACE A3 to A6).',
  goodDirection: 'NEITHER',
  membership: homeMembership(homes.forAdoption),
};
