import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { healthRegistrationEntity } from './health-registration.entity.ts';
import { healthRegistrationResolvers } from './health-registration.resolvers.ts';

export const healthRegistrationModule: SubgraphModule<Context> = {
  name: 'health-registration',
  sdl: sdlOf(import.meta.url, 'health-registration.graphql'),
  resolvers: healthRegistrationResolvers,
  entities: [healthRegistrationEntity],
};
