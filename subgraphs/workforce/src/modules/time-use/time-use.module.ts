import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { timeUseResolvers } from './time-use.resolvers.ts';

/** How time was spent by groups of workers: made of time diaries, with no table of its own. */
export const timeUseModule: SubgraphModule<Context> = {
  name: 'time-use',
  sdl: sdlOf(import.meta.url, 'time-use.graphql'),
  resolvers: timeUseResolvers,
  entities: [],
};
