import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { returnInterviewEntity } from './return-interview.entity.ts';
import { returnInterviewResolvers } from './return-interview.resolvers.ts';

export const returnInterviewModule: SubgraphModule<Context> = {
  name: 'return-interview',
  sdl: sdlOf(import.meta.url, 'return-interview.graphql'),
  resolvers: returnInterviewResolvers,
  entities: [returnInterviewEntity],
};
