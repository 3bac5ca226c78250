import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { placementEntity } from './placement.entity.ts';
import { placementResolvers } from './placement.resolvers.ts';

export const placementModule: SubgraphModule<Context> = {
  name: 'placement',
  sdl: sdlOf(import.meta.url, 'placement.graphql'),
  resolvers: placementResolvers,
  entities: [placementEntity],
};
