import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { retentionResolvers } from './retention.resolvers.ts';

export const retentionModule: SubgraphModule<Context> = {
  name: 'retention',
  sdl: sdlOf(import.meta.url, 'retention.graphql'),
  resolvers: retentionResolvers,
  entities: [],
};
