import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { TransferEntity } from './transfer.entity.ts';
import { transferResolvers } from './transfer.resolvers.ts';

export const transferModule: SubgraphModule<Context> = {
  name: 'transfer',
  sdl: sdlOf(import.meta.url, 'transfer.graphql'),
  resolvers: transferResolvers,
  entities: [TransferEntity],
};
