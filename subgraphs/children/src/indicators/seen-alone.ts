import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

import { inPeriod, ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const seenAlone: ChildIndicator = {
  code: 'seen-alone',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children whom their social worker saw alone',
  definition:
    'The share of the children looked after on the last day of the period whom a social worker visited and spoke to alone at least once in it.',
  numerator: 'Those with a visit in the period at which they were seen alone.',
  denominator: 'Children looked after on the last day of the period.',
  goodDirection: 'HIGHER',
  source: recordedSource(22, 'contacts with the social worker'),
  outcomeArticle: 22,
  needs: ['VISITS_AND_SUPERVISION'],
  notKnown: 'Children of whom no visit was ever recorded in the platform; they are counted as not seen alone.',
  knownOfNobody: 'No visit is on record for any child. Record visits in the platform to have the figure.',
  membership: recordedMembership({
    counted: saidOf('visit', `said.is_seen AND said.is_seen_alone AND ${inPeriod('said.visited_on')}`),
    notKnown: `NOT ${saidOf('visit', 'true')}`,
  }),
};
