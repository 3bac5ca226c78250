import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { leavingCareEntity } from './leaving-care.entity.ts';
import { leavingCareResolvers } from './leaving-care.resolvers.ts';

export const leavingCareModule: SubgraphModule<Context> = {
  name: 'leaving-care',
  sdl: sdlOf(import.meta.url, 'leaving-care.graphql'),
  resolvers: leavingCareResolvers,
  entities: [leavingCareEntity],
};
