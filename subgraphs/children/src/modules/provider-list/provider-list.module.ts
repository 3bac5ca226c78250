import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { providerListEntity, providerListSettingEntity } from './provider-list.entity.ts';
import { providerListResolvers } from './provider-list.resolvers.ts';

export const providerListModule: SubgraphModule<Context> = {
  name: 'provider-list',
  sdl: sdlOf(import.meta.url, 'provider-list.graphql'),
  resolvers: providerListResolvers,
  entities: [providerListEntity, providerListSettingEntity],
};
