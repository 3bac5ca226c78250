import { sdlOf, type SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { CredentialEntity, CredentialSecretEntity } from './credential.entity.ts';
import { credentialResolvers } from './credential.resolvers.ts';

export const credentialModule: SubgraphModule<Context> = {
  name: 'credential',
  sdl: sdlOf(import.meta.url, 'credential.graphql'),
  resolvers: credentialResolvers,
  entities: [CredentialEntity, CredentialSecretEntity],
};
