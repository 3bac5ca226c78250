import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofWorkerDays, workerDaysMembership } from './worker-days-membership.ts';

export const withoutAWorker: ChildIndicator = {
  code: 'without-a-worker',
  ...ofChildrenInCare,
  ...ofWorkerDays,
  title: 'Days in care without a social worker',
  definition: 'Of the days in care in the period, the share on which no social worker was allocated to the child.',
  numerator: 'Of those days, those on which no social worker was allocated.',
  goodDirection: 'LOWER',
  notKnown: 'Children with no social worker on record in the period; all their days count as days without one.',
  membership: workerDaysMembership({
    amount: 'spent.in_care - spent.any_worker',
    counted: 'spent.any_worker < spent.in_care',
  }),
};
