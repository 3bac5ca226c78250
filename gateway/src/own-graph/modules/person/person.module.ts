import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { PersonEntity, PersonMatchEntity } from './person.entity.ts';
import { personResolvers } from './person.resolvers.ts';

export const personModule: SubgraphModule<Context> = {
  name: 'person',
  sdl: sdlOf(import.meta.url, 'person.graphql'),
  resolvers: personResolvers,
  entities: [PersonEntity, PersonMatchEntity],
};
