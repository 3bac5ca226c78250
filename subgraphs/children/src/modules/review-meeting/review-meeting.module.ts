import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { reviewMeetingEntity } from './review-meeting.entity.ts';
import { reviewConcernEntity, reviewDecisionEntity } from './review-meeting.outcome-entity.ts';
import { reviewMeetingResolvers } from './review-meeting.resolvers.ts';

export const reviewMeetingModule: SubgraphModule<Context> = {
  name: 'review-meeting',
  sdl: sdlOf(import.meta.url, 'review-meeting.graphql'),
  resolvers: reviewMeetingResolvers,
  entities: [reviewMeetingEntity, reviewDecisionEntity, reviewConcernEntity],
};
