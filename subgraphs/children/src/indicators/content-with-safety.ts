import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithSafety: ChildIndicator = {
  code: 'content-with-safety',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with how safe they are',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with how safe they are, the share who were.',
  source: recordedSource(24, 'children’s satisfaction'),
  outcomeArticle: 24,
  membership: satisfactionMembership('SAFETY'),
};
