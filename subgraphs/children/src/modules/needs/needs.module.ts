import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { needsResolvers } from './needs.resolvers.ts';

export const needsModule: SubgraphModule<Context> = {
  name: 'needs',
  sdl: sdlOf(import.meta.url, 'needs.graphql'),
  resolvers: needsResolvers,
  entities: [],
};
