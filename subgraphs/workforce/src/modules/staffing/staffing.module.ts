import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { staffingResolvers } from './staffing.resolvers.ts';

export const staffingModule: SubgraphModule<Context> = {
  name: 'staffing',
  sdl: sdlOf(import.meta.url, 'staffing.graphql'),
  resolvers: staffingResolvers,
  entities: [],
};
