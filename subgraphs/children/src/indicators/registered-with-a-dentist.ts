import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofChild } from './membership-sql.ts';
import { ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const registeredWithADentist: ChildIndicator = {
  code: 'registered-with-a-dentist',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Children registered with a dentist',
  definition:
    'The share of the children looked after on the last day of the period who were registered with a dentist on that day.',
  numerator: 'Those whose last registration on record by then says that they were.',
  denominator: 'Children looked after on the last day of the period.',
  goodDirection: 'HIGHER',
  source: recordedSource(23, 'health care'),
  outcomeArticle: 23,
  needs: ['HEALTH'],
  notKnown: 'Children of whom it is not on record; they are counted as not registered.',
  knownOfNobody: 'It is on record for no child. Record it in the platform to have the figure.',
  membership: recordedMembership({
    counted: `(
      SELECT said.is_registered FROM health_registration AS said
      WHERE ${ofChild('said', 'cared')} AND said.superseded_at IS NULL AND NOT said.is_withdrawn
        AND said.service = 'DENTIST' AND said.as_of <= cared.to_on
      ORDER BY said.as_of DESC LIMIT 1
    )`,
    notKnown: `NOT ${saidOf('health_registration', "said.service = 'DENTIST' AND said.as_of <= cared.to_on AND said.is_registered IS NOT NULL")}`,
  }),
};
