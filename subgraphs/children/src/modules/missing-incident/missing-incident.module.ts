import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { missingIncidentEntity } from './missing-incident.entity.ts';
import { missingIncidentResolvers } from './missing-incident.resolvers.ts';

export const missingIncidentModule: SubgraphModule<Context> = {
  name: 'missing-incident',
  sdl: sdlOf(import.meta.url, 'missing-incident.graphql'),
  resolvers: missingIncidentResolvers,
  entities: [missingIncidentEntity],
};
