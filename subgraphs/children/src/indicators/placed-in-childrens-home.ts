import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedInChildrensHome: ChildIndicator = {
  code: 'placed-in-childrens-home',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living in a children’s home',
  definition:
    'The share of the children looked after on the last day of the period who were living in a children’s home, secure ones included.',
  numerator: 'Those in a children’s home or a secure children’s home (PLACE K1 or K2).',
  goodDirection: 'NEITHER',
  membership: homeMembership(homes.childrensHome),
};
