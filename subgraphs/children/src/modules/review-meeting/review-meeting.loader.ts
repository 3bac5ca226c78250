import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { ReviewMeetingEntity } from './review-meeting.entity.ts';
import type { ReviewConcernEntity, ReviewDecisionEntity } from './review-meeting.outcome-entity.ts';
import { reviewConcernStore, reviewDecisionStore, reviewMeetingStore } from './review-meeting.store.ts';

/** What reads reviews, what they decided and what reviewing officers are concerned about. */
export interface ReviewMeetingLoaders {
  readonly meetings: RecordLoader<ReviewMeetingEntity>;
  readonly decisions: RecordLoader<ReviewDecisionEntity>;
  readonly concerns: RecordLoader<ReviewConcernEntity>;
}

/** Reviews, newest first; their decisions, by the day they are due; concerns, newest first. */
export function reviewMeetingLoaders(request: RequestForRows): ReviewMeetingLoaders {
  return {
    meetings: recordLoader(request, reviewMeetingStore, 'coalesce(held_on, planned_for) DESC, recorded_at DESC, id'),
    decisions: recordLoader(request, reviewDecisionStore, 'due_on, recorded_at, position, id'),
    concerns: recordLoader(request, reviewConcernStore, 'raised_at DESC, id'),
  };
}
