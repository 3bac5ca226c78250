import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { reallocationResolvers } from './reallocation.resolvers.ts';

export const reallocationModule: SubgraphModule<Context> = {
  name: 'reallocation',
  sdl: sdlOf(import.meta.url, 'reallocation.graphql'),
  resolvers: reallocationResolvers,
  entities: [],
};
