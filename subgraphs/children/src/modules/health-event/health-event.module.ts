import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { healthEventEntity } from './health-event.entity.ts';
import { healthEventResolvers } from './health-event.resolvers.ts';

export const healthEventModule: SubgraphModule<Context> = {
  name: 'health-event',
  sdl: sdlOf(import.meta.url, 'health-event.graphql'),
  resolvers: healthEventResolvers,
  entities: [healthEventEntity],
};
