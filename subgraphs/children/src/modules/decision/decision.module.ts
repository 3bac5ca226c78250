import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { decisionEntity, decisionRuleEntity } from './decision.entity.ts';
import { decisionResolvers } from './decision.resolvers.ts';

export const decisionModule: SubgraphModule<Context> = {
  name: 'decision',
  sdl: sdlOf(import.meta.url, 'decision.graphql'),
  resolvers: decisionResolvers,
  entities: [decisionEntity, decisionRuleEntity],
};
