import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ageOnSql } from './membership-sql.ts';
import { ofRecords, recordedMembership, recordedSource, saidOf } from './recorded-membership.ts';

export const pathwayPlanAgreed: ChildIndicator = {
  code: 'pathway-plan-agreed',
  ...ofChildrenInCare,
  ...ofRecords,
  title: 'Young people in care with a pathway plan',
  definition:
    'The share of the young people aged 16 and 17 looked after on the last day of the period who had an agreed pathway plan by then.',
  numerator: 'Those with a pathway plan on record that had been agreed by the last day.',
  denominator: 'Children aged 16 or over looked after on the last day of the period.',
  goodDirection: 'HIGHER',
  source: recordedSource(27, 'pathway plans completed'),
  outcomeArticle: 27,
  needs: ['CARE_PLANNING'],
  notKnown: 'Young people of whom no plan of any kind is on record in the platform; they are counted as having none.',
  knownOfNobody: 'No plan is on record for anybody. Write plans in the platform to have the figure.',
  looksAt: 'last-day',
  membership: recordedMembership({
    counted: saidOf('care_plan', "said.kind = 'PATHWAY' AND said.status = 'AGREED' AND said.agreed_on <= cared.to_on"),
    notKnown: `NOT ${saidOf('care_plan', 'true')}`,
    among: `${ageOnSql('cared.date_of_birth', 'cared.to_on')} >= 16`,
  }),
};
