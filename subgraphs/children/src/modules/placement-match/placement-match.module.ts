import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { placementMatchEntity } from './placement-match.entity.ts';
import { placementMatchResolvers } from './placement-match.resolvers.ts';

export const placementMatchModule: SubgraphModule<Context> = {
  name: 'placement-match',
  sdl: sdlOf(import.meta.url, 'placement-match.graphql'),
  resolvers: placementMatchResolvers,
  entities: [placementMatchEntity],
};
