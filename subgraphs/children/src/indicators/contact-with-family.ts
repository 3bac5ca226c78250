import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';

import { inPeriod, ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const contactWithFamily: ChildIndicator = {
  code: 'contact-with-family',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children who were in touch with their family',
  definition:
    'The share of the children looked after on the last day of the period who met, rang or wrote to a parent, brother, sister or relative at least once in it.',
  numerator: 'Those with contact on record that took place in the period.',
  denominator: 'Children looked after on the last day of the period.',
  goodDirection: 'HIGHER',
  source: recordedSource(22, 'contact with parents, brothers, sisters and relatives'),
  outcomeArticle: 22,
  needs: ['CONTACT'],
  notKnown: 'Children of whom no contact was ever recorded in the platform; they are counted as having had none.',
  knownOfNobody: 'No contact is on record for any child. Record contact in the platform to have the figure.',
  membership: recordedMembership({
    counted: saidOf('contact', `said.outcome = 'TOOK_PLACE' AND ${inPeriod('said.held_on')}`),
    notKnown: `NOT ${saidOf('contact', 'true')}`,
  }),
};
