import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { safetyEventEntity } from './safety-event.entity.ts';
import { safetyEventResolvers } from './safety-event.resolvers.ts';

export const safetyEventModule: SubgraphModule<Context> = {
  name: 'safety-event',
  sdl: sdlOf(import.meta.url, 'safety-event.graphql'),
  resolvers: safetyEventResolvers,
  entities: [safetyEventEntity],
};
