import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { RegistrationEntity } from './registration.entity.ts';
import { registrationResolvers } from './registration.resolvers.ts';

export const registrationModule: SubgraphModule<Context> = {
  name: 'registration',
  sdl: sdlOf(import.meta.url, 'registration.graphql'),
  resolvers: registrationResolvers,
  entities: [RegistrationEntity],
};
