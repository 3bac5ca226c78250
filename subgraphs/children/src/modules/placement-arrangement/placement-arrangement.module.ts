import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { placementArrangementEntity } from './placement-arrangement.entity.ts';
import { placementArrangementResolvers } from './placement-arrangement.resolvers.ts';

/** What of placements decides how often children are visited. */
export const placementArrangementModule: SubgraphModule<Context> = {
  name: 'placement-arrangement',
  sdl: sdlOf(import.meta.url, 'placement-arrangement.graphql'),
  resolvers: placementArrangementResolvers,
  entities: [placementArrangementEntity],
};
