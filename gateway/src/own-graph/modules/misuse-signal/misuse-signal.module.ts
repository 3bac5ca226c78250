import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { MisuseSignalEntity } from './misuse-signal.entity.ts';
import { misuseSignalResolvers } from './misuse-signal.resolvers.ts';

export const misuseSignalModule: SubgraphModule<Context> = {
  name: 'misuse-signal',
  sdl: sdlOf(import.meta.url, 'misuse-signal.graphql'),
  resolvers: misuseSignalResolvers,
  entities: [MisuseSignalEntity],
};
