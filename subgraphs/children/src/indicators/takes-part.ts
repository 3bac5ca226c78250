import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

import { ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const takesPart: ChildIndicator = {
  code: 'takes-part',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children who take part in sport, clubs or voluntary work',
  definition:
    'The share of the children looked after on the last day of the period who took part in sport, a club, a school council or voluntary work at some time in it.',
  numerator: 'Those with such an activity on record that had a day in the period.',
  denominator: 'Children looked after on the last day of the period.',
  goodDirection: 'HIGHER',
  source: recordedSource(26, 'sport, clubs, councils and voluntary engagement'),
  outcomeArticle: 26,
  needs: ['EDUCATION'],
  notKnown: 'Children of whom nothing of the kind was ever recorded; they are counted as not taking part.',
  knownOfNobody: 'Nothing of the kind is on record for any child. Record it in the platform to have the figure.',
  membership: recordedMembership({
    counted: saidOf(
      'contribution',
      `said.kind IN ('SPORT', 'CLUB', 'SCHOOL_COUNCIL', 'VOLUNTEERING') AND said.started_on <= cared.to_on
        AND (said.ended_on IS NULL OR said.ended_on >= cared.from_on)`,
    ),
    notKnown: `NOT ${saidOf('contribution', 'true')}`,
  }),
};
