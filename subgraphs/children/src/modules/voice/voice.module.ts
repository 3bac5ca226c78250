import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { voiceEntity, voicePromiseEntity } from './voice.entity.ts';
import { voiceResolvers } from './voice.resolvers.ts';

export const voiceModule: SubgraphModule<Context> = {
  name: 'voice',
  sdl: sdlOf(import.meta.url, 'voice.graphql'),
  resolvers: voiceResolvers,
  entities: [voiceEntity, voicePromiseEntity],
};
