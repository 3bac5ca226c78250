import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { restrictionEntity, restrictionPersonEntity } from './restriction.entity.ts';
import { restrictionResolvers } from './restriction.resolvers.ts';

export const restrictionModule: SubgraphModule<Context> = {
  name: 'restriction',
  sdl: sdlOf(import.meta.url, 'restriction.graphql'),
  resolvers: restrictionResolvers,
  entities: [restrictionEntity, restrictionPersonEntity],
};
