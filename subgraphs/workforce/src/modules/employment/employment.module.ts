import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { EmploymentEntity } from './employment.entity.ts';
import { employmentResolvers } from './employment.resolvers.ts';

export const employmentModule: SubgraphModule<Context> = {
  name: 'employment',
  sdl: sdlOf(import.meta.url, 'employment.graphql'),
  resolvers: employmentResolvers,
  entities: [EmploymentEntity],
};
