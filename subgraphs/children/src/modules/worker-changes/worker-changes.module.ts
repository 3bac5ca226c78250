import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { workerChangesResolvers } from './worker-changes.resolvers.ts';

export const workerChangesModule: SubgraphModule<Context> = {
  name: 'worker-changes',
  sdl: sdlOf(import.meta.url, 'worker-changes.graphql'),
  resolvers: workerChangesResolvers,
  entities: [],
};
