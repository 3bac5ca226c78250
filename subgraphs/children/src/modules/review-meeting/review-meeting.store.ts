import type { Viewer } from '@mainstay/subgraph-kit';
import { recordStore } from '../../record/record-store.ts';
import { reviewMeetingEntity } from './review-meeting.entity.ts';
import { reviewConcernEntity, reviewDecisionEntity } from './review-meeting.outcome-entity.ts';

/** Reviewing officers record in the cases they review: the one place where they write. */
const alsoRecordedBy = ['la-iro'] as const;

/** Who records that a review was held: the child's IRO, and managers of the authority in the IRO's stead. */
export function mayHold({ role }: Pick<Viewer, 'role'>): boolean {
  return role === 'la-iro' || role === 'la-manager';
}

/** Reviews on record. */
export const reviewMeetingStore = recordStore(reviewMeetingEntity, 'REVIEWS', {
  alsoRecordedBy,
  // Only `cancelReview` keeps the return and the review together.
  refusesWithdrawal: () => 'A review is called off, and stays on record as such.',
});

/** What reviews decided, on record: whoever plans the child's care sees it. */
export const reviewDecisionStore = recordStore(reviewDecisionEntity, 'PLANS', { alsoRecordedBy });

/** What reviewing officers are concerned about, on record. */
export const reviewConcernStore = recordStore(reviewConcernEntity, 'REVIEWS', {
  alsoRecordedBy,
  refusesWithdrawal: ({ role }) => (role === 'la-iro' ? null : 'Only the IRO takes back a concern.'),
});
