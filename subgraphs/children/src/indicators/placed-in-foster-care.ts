import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedInFosterCare: ChildIndicator = {
  code: 'placed-in-foster-care',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living with foster carers',
  definition:
    'The share of the children looked after on the last day of the period who were living with foster carers, relatives and friends among them.',
  numerator: 'Those in a foster placement (PLACE U1 to U6).',
  goodDirection: 'HIGHER',
  membership: homeMembership(homes.fosterCare),
};
