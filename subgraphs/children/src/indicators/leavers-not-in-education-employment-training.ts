import {
  careLeaverMembership,
  careLeaversLeftOut,
  leaversExcluded,
  leaversSource,
  ofLeavers,
  takenOver,
  takenOverSql,
} from './care-leaver-membership.ts';
import { ofCareLeavers } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

export const leaversNotInEducationEmploymentTraining: ChildIndicator = {
  code: 'leavers-not-in-education-employment-training',
  ...ofCareLeavers,
  ...ofLeavers,
  title: 'Care leavers aged 19 to 21 not in education, employment or training',
  definition:
    'The share of care leavers aged 19 to 21 who were known to be in no education, employment or training around their birthday in the year, for whatever reason.',
  numerator: 'Those known to be in none: ill or disabled, pregnant or parenting, or otherwise (ACTIV G4 to G6).',
  denominator:
    'Care leavers aged 19 to 21 on the last day of the year, those the authority was not in touch with included.',
  excluded: [...leaversExcluded, 'Care leavers whose care another authority has taken over.'],
  goodDirection: 'LOWER',
  source: leaversSource,
  tables: ['Episodes', 'OC3'],
  notKnown: 'Care leavers whose activity is not known; they are not counted as being in none.',
  leftOut: { ...careLeaversLeftOut, ...takenOver },
  membership: careLeaverMembership({
    from: 19,
    to: 21,
    counted: "leaver.activity ~ '^G'",
    notKnown: "leaver.activity !~ '^[FGP]'",
    leftOut: takenOverSql,
  }),
};
