import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { recordResolvers } from './record.resolvers.ts';

/** What all facts recorded about staff share in the graph. */
export const recordModule: SubgraphModule<Context> = {
  name: 'record',
  sdl: sdlOf(import.meta.url, 'record.graphql'),
  resolvers: recordResolvers,
  entities: [],
};
