import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { InspectionEntity } from './inspection.entity.ts';
import { inspectionResolvers } from './inspection.resolvers.ts';

export const inspectionModule: SubgraphModule<Context> = {
  name: 'inspection',
  sdl: sdlOf(import.meta.url, 'inspection.graphql'),
  resolvers: inspectionResolvers,
  entities: [InspectionEntity],
};
