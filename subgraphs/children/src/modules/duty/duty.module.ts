import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { dutyEntity, dutyStaleEntity } from './duty.entity.ts';
import { dutyResolvers } from './duty.resolvers.ts';

/** What the law says must be done for children, by when. */
export const dutyModule: SubgraphModule<Context> = {
  name: 'duty',
  sdl: sdlOf(import.meta.url, 'duty.graphql'),
  resolvers: dutyResolvers,
  entities: [dutyEntity, dutyStaleEntity],
};
