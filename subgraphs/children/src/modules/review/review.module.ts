import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { reviewEntity } from './review.entity.ts';
import { reviewResolvers } from './review.resolvers.ts';

export const reviewModule: SubgraphModule<Context> = {
  name: 'review',
  sdl: sdlOf(import.meta.url, 'review.graphql'),
  resolvers: reviewResolvers,
  entities: [reviewEntity],
};
