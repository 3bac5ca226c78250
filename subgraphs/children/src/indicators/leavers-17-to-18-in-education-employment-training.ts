import {
  careLeaverMembership,
  careLeaversLeftOut,
  leaversExcluded,
  leaversSource,
  ofLeavers,
} from './care-leaver-membership.ts';
import { ofCareLeavers } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

export const leavers17To18InEducationEmploymentTraining: ChildIndicator = {
  code: 'leavers-17-to-18-in-education-employment-training',
  ...ofCareLeavers,
  ...ofLeavers,
  title: 'Care leavers aged 17 and 18 in education, employment or training',
  definition:
    'The share of care leavers aged 17 and 18 who were in education, employment or training, full time or part time, around their birthday in the year.',
  numerator: 'Those whose main activity was education, employment or training (ACTIV F… or P…).',
  denominator:
    'Care leavers aged 17 or 18 on the last day of the year, those the authority was not in touch with included.',
  excluded: leaversExcluded,
  goodDirection: 'HIGHER',
  source: leaversSource,
  notKnown: 'Care leavers whose activity is not known; they are counted as not in education, employment or training.',
  leftOut: careLeaversLeftOut,
  membership: careLeaverMembership({
    from: 17,
    to: 18,
    counted: "leaver.activity ~ '^[FP]'",
    notKnown: "leaver.activity !~ '^[FGP]'",
  }),
};
