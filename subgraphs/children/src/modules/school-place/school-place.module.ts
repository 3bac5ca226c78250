import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { schoolPlaceEntity } from './school-place.entity.ts';
import { schoolPlaceResolvers } from './school-place.resolvers.ts';

export const schoolPlaceModule: SubgraphModule<Context> = {
  name: 'school-place',
  sdl: sdlOf(import.meta.url, 'school-place.graphql'),
  resolvers: schoolPlaceResolvers,
  entities: [schoolPlaceEntity],
};
