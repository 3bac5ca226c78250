import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { childEntity } from './child.entity.ts';
import { childResolvers } from './child.resolvers.ts';

export const childModule: SubgraphModule<Context> = {
  name: 'child',
  sdl: sdlOf(import.meta.url, 'child.graphql'),
  resolvers: childResolvers,
  entities: [childEntity],
};
