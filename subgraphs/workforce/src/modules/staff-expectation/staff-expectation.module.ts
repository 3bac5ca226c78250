import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { StaffExpectationEntity } from './staff-expectation.entity.ts';
import { staffExpectationResolvers } from './staff-expectation.resolvers.ts';

export const staffExpectationModule: SubgraphModule<Context> = {
  name: 'staff-expectation',
  sdl: sdlOf(import.meta.url, 'staff-expectation.graphql'),
  resolvers: staffExpectationResolvers,
  entities: [StaffExpectationEntity],
};
