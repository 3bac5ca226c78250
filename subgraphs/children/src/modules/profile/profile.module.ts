import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { profileEntity } from './profile.entity.ts';
import { profileResolvers } from './profile.resolvers.ts';

export const profileModule: SubgraphModule<Context> = {
  name: 'profile',
  sdl: sdlOf(import.meta.url, 'profile.graphql'),
  resolvers: profileResolvers,
  entities: [profileEntity],
};
