import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { attainmentEntity } from './attainment.entity.ts';
import { attainmentResolvers } from './attainment.resolvers.ts';

export const attainmentModule: SubgraphModule<Context> = {
  name: 'attainment',
  sdl: sdlOf(import.meta.url, 'attainment.graphql'),
  resolvers: attainmentResolvers,
  entities: [attainmentEntity],
};
