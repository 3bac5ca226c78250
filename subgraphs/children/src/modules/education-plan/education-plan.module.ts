import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { educationPlanEntity } from './education-plan.entity.ts';
import { educationPlanResolvers } from './education-plan.resolvers.ts';

export const educationPlanModule: SubgraphModule<Context> = {
  name: 'education-plan',
  sdl: sdlOf(import.meta.url, 'education-plan.graphql'),
  resolvers: educationPlanResolvers,
  entities: [educationPlanEntity],
};
