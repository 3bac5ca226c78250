import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { inPeriod, ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const excludedFromSchool: ChildIndicator = {
  code: 'excluded-from-school',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children excluded from school',
  definition:
    'The share of the children of school age looked after on the last day of the period who were excluded from school in it, for a time or for good.',
  numerator: 'Those with an exclusion on record that began in the period.',
  denominator: 'Children aged 5 to 16 looked after on the last day of the period.',
  goodDirection: 'LOWER',
  source: recordedSource(25, 'exclusions'),
  outcomeArticle: 25,
  needs: ['EDUCATION'],
  notKnown: 'Children of whom no school is on record; they are counted as not excluded.',
  knownOfNobody:
    'No school is on record for any child. Record schools and exclusions in the platform to have the figure.',
  membership: recordedMembership({
    counted: saidOf('school_exclusion', inPeriod('said.started_on')),
    notKnown: `NOT ${saidOf('school_place', 'true')} AND NOT ${saidOf('school_exclusion', 'true')}`,
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} BETWEEN 5 AND 16`,
  }),
};
