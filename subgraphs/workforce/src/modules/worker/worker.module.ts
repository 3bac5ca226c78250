import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { WorkerEntity } from './worker.entity.ts';
import { workerResolvers } from './worker.resolvers.ts';

export const workerModule: SubgraphModule<Context> = {
  name: 'worker',
  sdl: sdlOf(import.meta.url, 'worker.graphql'),
  resolvers: workerResolvers,
  entities: [WorkerEntity],
};
