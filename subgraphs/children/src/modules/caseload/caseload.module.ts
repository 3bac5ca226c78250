import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { caseloadResolvers } from './caseload.resolvers.ts';

export const caseloadModule: SubgraphModule<Context> = {
  name: 'caseload',
  sdl: sdlOf(import.meta.url, 'caseload.graphql'),
  resolvers: caseloadResolvers,
  entities: [],
};
