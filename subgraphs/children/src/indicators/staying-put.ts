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
import { ageOnSql, ofChild } from './membership-sql.ts';

/** SQL: an episode in foster care ended on the 18th birthday, and with it the care. */
const cameOfAgeInFosterCare = `EXISTS (
  SELECT FROM episode
  WHERE ${ofChild('episode', 'cohort')} AND episode.superseded_at IS NULL
    AND episode.placement_type ~ '^U' AND episode.reason_ended <> 'X1'
    AND ${ageOnSql('cohort.date_of_birth', 'episode.ended_on')} = 18
    AND ${ageOnSql('cohort.date_of_birth', 'episode.ended_on - 1')} = 17
)`;

export const stayingPut: ChildIndicator = {
  code: 'staying-put',
  ...ofCareLeavers,
  ...ofLeavers,
  title: 'Care leavers aged 18 to 20 living with their former foster carers',
  definition:
    'Of the care leavers aged 18 to 20 who were in foster care until they came of age, the share who were still living with their former foster carers around their birthday in the year.',
  numerator: 'Those whose accommodation was with their former foster carers (ACCOM Z…).',
  denominator:
    'Care leavers aged 18 to 20 on the last day of the year who left care from a foster placement on their 18th birthday.',
  excluded: [...leaversExcluded, 'Care leavers whose care another authority has taken over.'],
  goodDirection: 'HIGHER',
  source: leaversSource,
  tables: ['Episodes', 'OC3'],
  notKnown: 'Care leavers whose accommodation is not known; they are counted as having moved on.',
  leftOut: { ...careLeaversLeftOut, ...takenOver },
  membership: careLeaverMembership({
    from: 18,
    to: 20,
    counted: "leaver.accommodation ~ '^Z'",
    notKnown: "leaver.accommodation !~ '[12]$'",
    leftOut: takenOverSql,
    among: cameOfAgeInFosterCare,
  }),
};
