import {
  careLeaverMembership,
  careLeaversLeftOut,
  leaversExcluded,
  leaversSource,
  ofLeavers,
} from './care-leaver-membership.ts';
import { ofCareLeavers } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

export const leaversNotInTouch: ChildIndicator = {
  code: 'leavers-not-in-touch',
  ...ofCareLeavers,
  ...ofLeavers,
  title: 'Care leavers aged 19 to 21 whom the authority has lost touch with',
  definition:
    'The share of care leavers aged 19 to 21 with whom the authority was not in touch around their birthday in the year, and of whom nobody else could say what they were doing.',
  numerator: 'Those with whom the authority was not in touch (IN_TOUCH NO) and whose main activity is not known.',
  denominator:
    'Care leavers aged 19 to 21 on the last day of the year, those the authority was not in touch with included.',
  excluded: leaversExcluded,
  goodDirection: 'LOWER',
  source: leaversSource,
  notKnown: null,
  leftOut: careLeaversLeftOut,
  membership: careLeaverMembership({
    from: 19,
    to: 21,
    counted: "leaver.in_touch = 'NO' AND coalesce(leaver.activity !~ '^[FGP]', true)",
    notKnown: 'false',
  }),
};
