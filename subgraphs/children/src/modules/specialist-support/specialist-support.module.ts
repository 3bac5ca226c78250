import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { specialistSupportEntity } from './specialist-support.entity.ts';
import { specialistSupportResolvers } from './specialist-support.resolvers.ts';

export const specialistSupportModule: SubgraphModule<Context> = {
  name: 'specialist-support',
  sdl: sdlOf(import.meta.url, 'specialist-support.graphql'),
  resolvers: specialistSupportResolvers,
  entities: [specialistSupportEntity],
};
