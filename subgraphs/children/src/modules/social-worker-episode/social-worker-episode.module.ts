import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { socialWorkerEpisodeEntity } from './social-worker-episode.entity.ts';
import { socialWorkerEpisodeResolvers } from './social-worker-episode.resolvers.ts';

export const socialWorkerEpisodeModule: SubgraphModule<Context> = {
  name: 'social-worker-episode',
  sdl: sdlOf(import.meta.url, 'social-worker-episode.graphql'),
  resolvers: socialWorkerEpisodeResolvers,
  entities: [socialWorkerEpisodeEntity],
};
