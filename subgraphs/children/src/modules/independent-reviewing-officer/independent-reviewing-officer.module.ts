import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { independentReviewingOfficerEntity } from './independent-reviewing-officer.entity.ts';
import { independentReviewingOfficerResolvers } from './independent-reviewing-officer.resolvers.ts';

export const independentReviewingOfficerModule: SubgraphModule<Context> = {
  name: 'independent-reviewing-officer',
  sdl: sdlOf(import.meta.url, 'independent-reviewing-officer.graphql'),
  resolvers: independentReviewingOfficerResolvers,
  entities: [independentReviewingOfficerEntity],
};
