import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { TrainingEntity } from './training.entity.ts';
import { trainingResolvers } from './training.resolvers.ts';

export const trainingModule: SubgraphModule<Context> = {
  name: 'training',
  sdl: sdlOf(import.meta.url, 'training.graphql'),
  resolvers: trainingResolvers,
  entities: [TrainingEntity],
};
