import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { handOverEntity } from './hand-over.entity.ts';
import { handOverResolvers } from './hand-over.resolvers.ts';

export const handOverModule: SubgraphModule<Context> = {
  name: 'hand-over',
  sdl: sdlOf(import.meta.url, 'hand-over.graphql'),
  resolvers: handOverResolvers,
  entities: [handOverEntity],
};
