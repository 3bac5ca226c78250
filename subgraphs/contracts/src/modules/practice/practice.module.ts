import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { PracticeEntity } from './practice.entity.ts';
import { practiceResolvers } from './practice.resolvers.ts';

export const practiceModule: SubgraphModule<Context> = {
  name: 'practice',
  sdl: sdlOf(import.meta.url, 'practice.graphql'),
  resolvers: practiceResolvers,
  entities: [PracticeEntity],
};
