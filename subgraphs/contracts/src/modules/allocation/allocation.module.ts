import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { AllocationGroundsEntity } from './allocation.grounds-entity.ts';
import { AllocationEntity, AllocationRequestEntity } from './allocation.entity.ts';
import { allocationResolvers } from './allocation.resolvers.ts';

export const allocationModule: SubgraphModule<Context> = {
  name: 'allocation',
  sdl: sdlOf(import.meta.url, 'allocation.graphql'),
  resolvers: allocationResolvers,
  entities: [AllocationEntity, AllocationRequestEntity, AllocationGroundsEntity],
};
