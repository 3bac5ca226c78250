import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofRecords, recordedSource } from './recorded-membership.ts';
import { ofSatisfaction, satisfactionMembership } from './satisfaction-membership.ts';

export const contentWithTakingPart: ChildIndicator = {
  code: 'content-with-taking-part',
  ...ofChildrenInCare,
  ...ofRecords,
  ...ofSatisfaction,
  title: 'Children content with their part in things',
  definition:
    'Of the children looked after on the last day of the period who said in it how content they were with their part in things, the share who were.',
  source: recordedSource(26, 'children’s satisfaction'),
  outcomeArticle: 26,
  membership: satisfactionMembership('CONTRIBUTION'),
};
