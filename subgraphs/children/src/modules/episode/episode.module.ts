import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { episodeEntity } from './episode.entity.ts';
import { episodeResolvers } from './episode.resolvers.ts';

export const episodeModule: SubgraphModule<Context> = {
  name: 'episode',
  sdl: sdlOf(import.meta.url, 'episode.graphql'),
  resolvers: episodeResolvers,
  entities: [episodeEntity],
};
