import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { SupervisionEntity } from './supervision.entity.ts';
import { supervisionResolvers } from './supervision.resolvers.ts';

export const supervisionModule: SubgraphModule<Context> = {
  name: 'supervision',
  sdl: sdlOf(import.meta.url, 'supervision.graphql'),
  resolvers: supervisionResolvers,
  entities: [SupervisionEntity],
};
