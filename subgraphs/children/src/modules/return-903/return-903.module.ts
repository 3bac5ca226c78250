import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { returnRowEntity, returnTableEntity } from './return-903.entity.ts';
import { return903Resolvers } from './return-903.resolvers.ts';

export const return903Module: SubgraphModule<Context> = {
  name: 'return-903',
  sdl: sdlOf(import.meta.url, 'return-903.graphql'),
  resolvers: return903Resolvers,
  entities: [returnRowEntity, returnTableEntity],
};
