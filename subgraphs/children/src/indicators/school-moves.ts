import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { inPeriod, ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const schoolMoves: ChildIndicator = {
  code: 'school-moves',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children who changed school in the middle of a school year',
  definition:
    'The share of the children of school age looked after on the last day of the period who began at another school in it, at any time but August and September.',
  numerator:
    'Those with a school on record that they began at in the period, but in August or September, after another.',
  denominator: 'Children aged 5 to 16 looked after on the last day of the period.',
  goodDirection: 'LOWER',
  source: recordedSource(25, 'unscheduled changes of school'),
  outcomeArticle: 25,
  needs: ['EDUCATION'],
  notKnown: 'Children of whom no school is on record; they are counted as not having moved.',
  knownOfNobody: 'No school is on record for any child. Record schools in the platform to have the figure.',
  membership: recordedMembership({
    counted: saidOf(
      'school_place',
      `${inPeriod('said.started_on')} AND extract(month FROM said.started_on) NOT IN (8, 9)
        AND said.started_on > cared.care_started_on
        AND EXISTS (
          SELECT FROM school_place AS before
          WHERE before.child_id = cared.child_id AND before.superseded_at IS NULL AND NOT before.is_withdrawn
            AND before.started_on < said.started_on
        )`,
    ),
    notKnown: `NOT ${saidOf('school_place', 'true')}`,
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} BETWEEN 5 AND 16`,
  }),
};
