import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { specialEducationalNeedEntity } from './special-educational-need.entity.ts';
import { specialEducationalNeedResolvers } from './special-educational-need.resolvers.ts';

export const specialEducationalNeedModule: SubgraphModule<Context> = {
  name: 'special-educational-need',
  sdl: sdlOf(import.meta.url, 'special-educational-need.graphql'),
  resolvers: specialEducationalNeedResolvers,
  entities: [specialEducationalNeedEntity],
};
