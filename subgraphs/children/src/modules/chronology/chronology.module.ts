import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { chronologyResolvers } from './chronology.resolvers.ts';

export const chronologyModule: SubgraphModule<Context> = {
  name: 'chronology',
  sdl: sdlOf(import.meta.url, 'chronology.graphql'),
  resolvers: chronologyResolvers,
  entities: [],
};
