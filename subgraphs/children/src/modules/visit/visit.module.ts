import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { visitEntity } from './visit.entity.ts';
import { visitResolvers } from './visit.resolvers.ts';

export const visitModule: SubgraphModule<Context> = {
  name: 'visit',
  sdl: sdlOf(import.meta.url, 'visit.graphql'),
  resolvers: visitResolvers,
  entities: [visitEntity],
};
