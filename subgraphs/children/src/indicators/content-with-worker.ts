import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithWorker: ChildIndicator = {
  code: 'content-with-worker',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with their social worker',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with their social worker, the share who were.',
  source: recordedSource(22, 'children’s satisfaction'),
  outcomeArticle: 22,
  membership: satisfactionMembership('WORKER'),
};
