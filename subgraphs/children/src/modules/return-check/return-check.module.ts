import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { returnCheckAcceptanceEntity, returnCheckEntity, returnCheckFaultEntity } from './return-check.entity.ts';
import { returnCheckResolvers } from './return-check.resolvers.ts';

export const returnCheckModule: SubgraphModule<Context> = {
  name: 'return-check',
  sdl: sdlOf(import.meta.url, 'return-check.graphql'),
  resolvers: returnCheckResolvers,
  entities: [returnCheckEntity, returnCheckFaultEntity, returnCheckAcceptanceEntity],
};
