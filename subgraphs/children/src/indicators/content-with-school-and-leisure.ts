import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithSchoolAndLeisure: ChildIndicator = {
  code: 'content-with-school-and-leisure',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with school and free time',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with school and free time, the share who were.',
  source: recordedSource(25, 'children’s satisfaction'),
  outcomeArticle: 25,
  membership: satisfactionMembership('ENJOYMENT'),
};
