import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { ContractEntity } from './contract.entity.ts';
import { contractResolvers } from './contract.resolvers.ts';

export const contractModule: SubgraphModule<Context> = {
  name: 'contract',
  sdl: sdlOf(import.meta.url, 'contract.graphql'),
  resolvers: contractResolvers,
  entities: [ContractEntity],
};
