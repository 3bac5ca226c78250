import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { summaryResolvers } from './summary.resolvers.ts';

export const summaryModule: SubgraphModule<Context> = {
  name: 'summary',
  sdl: sdlOf(import.meta.url, 'summary.graphql'),
  resolvers: summaryResolvers,
  entities: [],
};
