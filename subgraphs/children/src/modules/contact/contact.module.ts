import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { contactEntity } from './contact.entity.ts';
import { contactResolvers } from './contact.resolvers.ts';

export const contactModule: SubgraphModule<Context> = {
  name: 'contact',
  sdl: sdlOf(import.meta.url, 'contact.graphql'),
  resolvers: contactResolvers,
  entities: [contactEntity],
};
