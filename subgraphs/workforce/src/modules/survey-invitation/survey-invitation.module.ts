import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { surveyInvitationResolvers } from './survey-invitation.resolvers.ts';

export const surveyInvitationModule: SubgraphModule<Context> = {
  name: 'survey-invitation',
  sdl: sdlOf(import.meta.url, 'survey-invitation.graphql'),
  resolvers: surveyInvitationResolvers,
  entities: [],
};
