import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { LocalAuthorityEntity } from './local-authority.entity.ts';
import { localAuthorityResolvers } from './local-authority.resolvers.ts';

export const localAuthorityModule: SubgraphModule<Context> = {
  name: 'local-authority',
  sdl: sdlOf(import.meta.url, 'local-authority.graphql'),
  resolvers: localAuthorityResolvers,
  entities: [LocalAuthorityEntity],
};
