import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { DesignationEntity } from './designation.entity.ts';
import { designationResolvers } from './designation.resolvers.ts';

export const designationModule: SubgraphModule<Context> = {
  name: 'designation',
  sdl: sdlOf(import.meta.url, 'designation.graphql'),
  resolvers: designationResolvers,
  entities: [DesignationEntity],
};
