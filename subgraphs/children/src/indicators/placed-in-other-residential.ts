import { ofChildrenInCare } from './catalogue-terms.ts';
import { homeMembership, homes, ofHomes } from './home-membership.ts';
import type { ChildIndicator } from './indicator.ts';

export const placedInOtherResidential: ChildIndicator = {
  code: 'placed-in-other-residential',
  ...ofChildrenInCare,
  ...ofHomes,
  title: 'Children living in another residential setting',
  definition:
    'The share of the children looked after on the last day of the period who were living in a residential school, a care home, a family centre, a hospital or a young offender institution.',
  numerator: 'Those in such a place (PLACE R… or S1).',
  goodDirection: 'NEITHER',
  membership: homeMembership(homes.otherResidential),
};
