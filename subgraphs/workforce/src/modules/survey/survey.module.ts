import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { surveyEntity, surveyWaveEntity } from './survey.entity.ts';
import { surveyResolvers } from './survey.resolvers.ts';
import {
  surveyInvitationEntity,
  surveyLedgerEntity,
  surveyLinkEntity,
  surveyMessageEntity,
} from './survey.sealed-entities.ts';

export const surveyModule: SubgraphModule<Context> = {
  name: 'survey',
  sdl: sdlOf(import.meta.url, 'survey.graphql'),
  resolvers: surveyResolvers,
  entities: [
    surveyEntity,
    surveyWaveEntity,
    surveyLedgerEntity,
    surveyInvitationEntity,
    surveyLinkEntity,
    surveyMessageEntity,
  ],
};
