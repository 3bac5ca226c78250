import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { periodOfCareEntity } from './period-of-care.entity.ts';
import { periodOfCareResolvers } from './period-of-care.resolvers.ts';

export const periodOfCareModule: SubgraphModule<Context> = {
  name: 'period-of-care',
  sdl: sdlOf(import.meta.url, 'period-of-care.graphql'),
  resolvers: periodOfCareResolvers,
  entities: [periodOfCareEntity],
};
