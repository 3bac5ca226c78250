import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { continuityResolvers } from './continuity.resolvers.ts';

export const continuityModule: SubgraphModule<Context> = {
  name: 'continuity',
  sdl: sdlOf(import.meta.url, 'continuity.graphql'),
  resolvers: continuityResolvers,
  entities: [],
};
