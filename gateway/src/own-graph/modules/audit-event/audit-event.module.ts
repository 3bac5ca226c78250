import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { auditEventResolvers } from './audit-event.resolvers.ts';

export const auditEventModule: SubgraphModule<Context> = {
  name: 'audit-event',
  sdl: sdlOf(import.meta.url, 'audit-event.graphql'),
  resolvers: auditEventResolvers,
  entities: [],
};
