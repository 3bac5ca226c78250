import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { PostEntity } from './post.entity.ts';
import { postResolvers } from './post.resolvers.ts';

export const postModule: SubgraphModule<Context> = {
  name: 'post',
  sdl: sdlOf(import.meta.url, 'post.graphql'),
  resolvers: postResolvers,
  entities: [PostEntity],
};
