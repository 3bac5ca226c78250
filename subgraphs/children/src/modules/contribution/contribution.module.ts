import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { contributionEntity } from './contribution.entity.ts';
import { contributionResolvers } from './contribution.resolvers.ts';

export const contributionModule: SubgraphModule<Context> = {
  name: 'contribution',
  sdl: sdlOf(import.meta.url, 'contribution.graphql'),
  resolvers: contributionResolvers,
  entities: [contributionEntity],
};
