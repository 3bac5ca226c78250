import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { annexAResolvers } from './annex-a.resolvers.ts';

export const annexAModule: SubgraphModule<Context> = {
  name: 'annex-a',
  sdl: sdlOf(import.meta.url, 'annex-a.graphql'),
  resolvers: annexAResolvers,
  entities: [],
};
