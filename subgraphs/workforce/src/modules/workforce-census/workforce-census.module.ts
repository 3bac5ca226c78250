import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { CensusFaultEntity, CensusWorkerEntity, WorkforceCensusEntity } from './workforce-census.entity.ts';
import { workforceCensusResolvers } from './workforce-census.resolvers.ts';

export const workforceCensusModule: SubgraphModule<Context> = {
  name: 'workforce-census',
  sdl: sdlOf(import.meta.url, 'workforce-census.graphql'),
  resolvers: workforceCensusResolvers,
  entities: [WorkforceCensusEntity, CensusWorkerEntity, CensusFaultEntity],
};
