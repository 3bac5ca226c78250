import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { adoptionDecisionEntity } from './adoption-decision.entity.ts';
import { adoptionDecisionResolvers } from './adoption-decision.resolvers.ts';

export const adoptionDecisionModule: SubgraphModule<Context> = {
  name: 'adoption-decision',
  sdl: sdlOf(import.meta.url, 'adoption-decision.graphql'),
  resolvers: adoptionDecisionResolvers,
  entities: [adoptionDecisionEntity],
};
