import {
  careLeaverMembership,
  careLeaversLeftOut,
  leaversExcluded,
  leaversSource,
  ofLeavers,
} from './care-leaver-membership.ts';
import { ofCareLeavers } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

export const leaversSuitableAccommodation: ChildIndicator = {
  code: 'leavers-suitable-accommodation',
  ...ofCareLeavers,
  ...ofLeavers,
  title: 'Care leavers aged 19 to 21 in suitable accommodation',
  definition:
    'The share of care leavers aged 19 to 21 who were living, around their birthday in the year, in a home judged suitable for them.',
  numerator: 'Those whose accommodation was judged suitable (ACCOM ending in 1).',
  denominator:
    'Care leavers aged 19 to 21 on the last day of the year, those the authority was not in touch with included.',
  excluded: [
    ...leaversExcluded,
    'Care leavers who went abroad or were deported, and those whose residence is not known.',
  ],
  goodDirection: 'HIGHER',
  source: leaversSource,
  notKnown: 'Care leavers whose accommodation is not known; they are counted as not suitably housed.',
  leftOut: {
    ...careLeaversLeftOut,
    'not-to-be-known': {
      reason:
        'Care leavers who went abroad, were deported, or whose residence is not known (ACCOM G…, H…, R…) are left out.',
    },
  },
  membership: careLeaverMembership({
    from: 19,
    to: 21,
    counted: "leaver.accommodation ~ '1$'",
    notKnown: "leaver.accommodation !~ '[12]$'",
    leftOut: "WHEN leaver.accommodation ~ '^[GHR]' THEN 'not-to-be-known'",
  }),
};
