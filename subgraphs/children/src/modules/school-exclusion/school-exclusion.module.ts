import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { schoolExclusionEntity } from './school-exclusion.entity.ts';
import { schoolExclusionResolvers } from './school-exclusion.resolvers.ts';

export const schoolExclusionModule: SubgraphModule<Context> = {
  name: 'school-exclusion',
  sdl: sdlOf(import.meta.url, 'school-exclusion.graphql'),
  resolvers: schoolExclusionResolvers,
  entities: [schoolExclusionEntity],
};
