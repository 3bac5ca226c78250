import { ofChildrenInCare } from './catalogue-terms.ts';
import type { ChildIndicator } from './indicator.ts';
import { ofWorkerDays, workerDaysMembership } from './worker-days-membership.ts';

export const workerContinuity: ChildIndicator = {
  code: 'worker-continuity',
  ...ofChildrenInCare,
  ...ofWorkerDays,
  title: 'Days in care with the same social worker',
  definition:
    'Of the days in care in the period, the share that children spent with the one social worker they had longest. 1 ' +
    'means that nobody changed workers and nobody was without one.',
  numerator: 'Of those days, those with the social worker whom the child had on most of them.',
  goodDirection: 'HIGHER',
  notKnown:
    'Children with no social worker on record in the period; all their days count as days without the same one.',
  membership: workerDaysMembership({ amount: 'spent.longest', counted: 'spent.longest = spent.in_care' }),
};
