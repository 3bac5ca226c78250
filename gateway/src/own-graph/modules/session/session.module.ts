import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { SessionEntity, SessionTokenEntity } from './session.entity.ts';
import { sessionResolvers } from './session.resolvers.ts';

export const sessionModule: SubgraphModule<Context> = {
  name: 'session',
  sdl: sdlOf(import.meta.url, 'session.graphql'),
  resolvers: sessionResolvers,
  entities: [SessionEntity, SessionTokenEntity],
};
