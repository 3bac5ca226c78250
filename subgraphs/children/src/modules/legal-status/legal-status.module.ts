import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { legalStatusPeriodEntity } from './legal-status.entity.ts';
import { legalStatusResolvers } from './legal-status.resolvers.ts';

export const legalStatusModule: SubgraphModule<Context> = {
  name: 'legal-status',
  sdl: sdlOf(import.meta.url, 'legal-status.graphql'),
  resolvers: legalStatusResolvers,
  entities: [legalStatusPeriodEntity],
};
