import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { contactPlanEntity } from './contact-plan.entity.ts';
import { contactPlanResolvers } from './contact-plan.resolvers.ts';

export const contactPlanModule: SubgraphModule<Context> = {
  name: 'contact-plan',
  sdl: sdlOf(import.meta.url, 'contact-plan.graphql'),
  resolvers: contactPlanResolvers,
  entities: [contactPlanEntity],
};
