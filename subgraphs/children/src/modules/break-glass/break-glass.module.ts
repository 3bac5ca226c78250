import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { breakGlassEndEntity, breakGlassEntity, breakGlassReviewEntity } from './break-glass.entity.ts';
import { breakGlassResolvers } from './break-glass.resolvers.ts';

export const breakGlassModule: SubgraphModule<Context> = {
  name: 'break-glass',
  sdl: sdlOf(import.meta.url, 'break-glass.graphql'),
  resolvers: breakGlassResolvers,
  entities: [breakGlassEntity, breakGlassEndEntity, breakGlassReviewEntity],
};
