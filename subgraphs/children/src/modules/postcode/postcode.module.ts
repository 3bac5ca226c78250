import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { postcodeEntity } from './postcode.entity.ts';
import { postcodeResolvers } from './postcode.resolvers.ts';

export const postcodeModule: SubgraphModule<Context> = {
  name: 'postcode',
  sdl: sdlOf(import.meta.url, 'postcode.graphql'),
  resolvers: postcodeResolvers,
  entities: [postcodeEntity],
};
