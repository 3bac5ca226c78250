import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { returnChangeEntity } from './return-change.entity.ts';
import { returnChangeResolvers } from './return-change.resolvers.ts';

export const returnChangeModule: SubgraphModule<Context> = {
  name: 'return-change',
  sdl: sdlOf(import.meta.url, 'return-change.graphql'),
  resolvers: returnChangeResolvers,
  entities: [returnChangeEntity],
};
