import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedWithParents: ChildIndicator = {
  code: 'placed-with-parents',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children in care living with their parents',
  definition:
    'The share of the children looked after on the last day of the period who were living with their own parents or another person with parental responsibility, under an order of the court.',
  numerator: 'Those placed with parents (PLACE P1).',
  goodDirection: 'NEITHER',
  membership: homeMembership(homes.parents),
};
