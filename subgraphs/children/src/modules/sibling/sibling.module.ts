import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { siblingEntity } from './sibling.entity.ts';
import { siblingResolvers } from './sibling.resolvers.ts';

export const siblingModule: SubgraphModule<Context> = {
  name: 'sibling',
  sdl: sdlOf(import.meta.url, 'sibling.graphql'),
  resolvers: siblingResolvers,
  entities: [siblingEntity],
};
