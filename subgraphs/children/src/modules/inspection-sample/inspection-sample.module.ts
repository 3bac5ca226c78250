import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { inspectionSampleEntity } from './inspection-sample.entity.ts';
import { inspectionSampleResolvers } from './inspection-sample.resolvers.ts';

export const inspectionSampleModule: SubgraphModule<Context> = {
  name: 'inspection-sample',
  sdl: sdlOf(import.meta.url, 'inspection-sample.graphql'),
  resolvers: inspectionSampleResolvers,
  entities: [inspectionSampleEntity],
};
