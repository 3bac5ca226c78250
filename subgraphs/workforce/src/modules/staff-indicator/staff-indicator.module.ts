import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { staffIndicatorResolvers } from './staff-indicator.resolvers.ts';

export const staffIndicatorModule: SubgraphModule<Context> = {
  name: 'staff-indicator',
  sdl: sdlOf(import.meta.url, 'staff-indicator.graphql'),
  resolvers: staffIndicatorResolvers,
  entities: [],
};
