import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { indicatorResolvers } from './indicator.resolvers.ts';

export const indicatorModule: SubgraphModule<Context> = {
  name: 'indicator',
  sdl: sdlOf(import.meta.url, 'indicator.graphql'),
  resolvers: indicatorResolvers,
  entities: [],
};
