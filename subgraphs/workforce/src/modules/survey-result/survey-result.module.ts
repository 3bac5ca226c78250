import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { surveyResultResolvers } from './survey-result.resolvers.ts';

export const surveyResultModule: SubgraphModule<Context> = {
  name: 'survey-result',
  sdl: sdlOf(import.meta.url, 'survey-result.graphql'),
  resolvers: surveyResultResolvers,
  entities: [],
};
