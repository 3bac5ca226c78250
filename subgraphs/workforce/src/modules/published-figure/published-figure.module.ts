import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { PublishedFigureEntity } from './published-figure.entity.ts';
import { publishedFigureResolvers } from './published-figure.resolvers.ts';

export const publishedFigureModule: SubgraphModule<Context> = {
  name: 'published-figure',
  sdl: sdlOf(import.meta.url, 'published-figure.graphql'),
  resolvers: publishedFigureResolvers,
  entities: [PublishedFigureEntity],
};
