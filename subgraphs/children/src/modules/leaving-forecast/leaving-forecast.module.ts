import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { leavingForecastResolvers } from './leaving-forecast.resolvers.ts';

export const leavingForecastModule: SubgraphModule<Context> = {
  name: 'leaving-forecast',
  sdl: sdlOf(import.meta.url, 'leaving-forecast.graphql'),
  resolvers: leavingForecastResolvers,
  entities: [],
};
