import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { carePlanEntity } from './care-plan.entity.ts';
import { carePlanResolvers } from './care-plan.resolvers.ts';

export const carePlanModule: SubgraphModule<Context> = {
  name: 'care-plan',
  sdl: sdlOf(import.meta.url, 'care-plan.graphql'),
  resolvers: carePlanResolvers,
  entities: [carePlanEntity],
};
