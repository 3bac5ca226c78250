import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithHealth: ChildIndicator = {
  code: 'content-with-health',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with their health and how they feel',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with their health and how they feel, the share who were.',
  source: recordedSource(23, 'children’s satisfaction'),
  outcomeArticle: 23,
  membership: satisfactionMembership('HEALTH'),
};
