import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { TimeDiaryEntity } from './time-diary.entity.ts';
import { timeDiaryResolvers } from './time-diary.resolvers.ts';

export const timeDiaryModule: SubgraphModule<Context> = {
  name: 'time-diary',
  sdl: sdlOf(import.meta.url, 'time-diary.graphql'),
  resolvers: timeDiaryResolvers,
  entities: [TimeDiaryEntity],
};
