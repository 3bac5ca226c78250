import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithProspects: ChildIndicator = {
  code: 'content-with-prospects',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with their prospects',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with their prospects, the share who were.',
  source: recordedSource(27, 'children’s satisfaction'),
  outcomeArticle: 27,
  membership: satisfactionMembership('ECONOMIC_WELL_BEING'),
};
