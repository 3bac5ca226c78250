import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { childNameEntity } from './child-name.entity.ts';
import { childNameResolvers } from './child-name.resolvers.ts';

export const childNameModule: SubgraphModule<Context> = {
  name: 'child-name',
  sdl: sdlOf(import.meta.url, 'child-name.graphql'),
  resolvers: childNameResolvers,
  entities: [childNameEntity],
};
