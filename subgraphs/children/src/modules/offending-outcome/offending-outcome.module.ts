import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { offendingOutcomeEntity } from './offending-outcome.entity.ts';
import { offendingOutcomeResolvers } from './offending-outcome.resolvers.ts';

export const offendingOutcomeModule: SubgraphModule<Context> = {
  name: 'offending-outcome',
  sdl: sdlOf(import.meta.url, 'offending-outcome.graphql'),
  resolvers: offendingOutcomeResolvers,
  entities: [offendingOutcomeEntity],
};
