import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { leaverEffectResolvers } from './leaver-effect.resolvers.ts';

export const leaverEffectModule: SubgraphModule<Context> = {
  name: 'leaver-effect',
  sdl: sdlOf(import.meta.url, 'leaver-effect.graphql'),
  resolvers: leaverEffectResolvers,
  entities: [],
};
