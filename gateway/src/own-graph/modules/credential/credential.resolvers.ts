import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { CredentialRow } from './credential.entity.ts';
import { canManageCredentials } from './credential.policy.ts';
import { findCredential, findCredentialsOfAuthority } from './credential.repository.ts';
import {
  registerCredential,
  revokeCredential,
  type RegisterCredentialInput,
  type RegisterCredentialOutcome,
} from './credential.service.ts';
import { credentialStatus } from './credential.status.ts';

/** Resolvers of machines' credentials. */
export const credentialResolvers = {
  Credential: {
    __resolveReference: async ({ id }: { id: string }, { viewer, db }: Context) => {
      const found = await findCredential(db, id);
      return found && canManageCredentials(viewer, found.laCode) ? found : null;
    },
    scopes: ({ scopes }: CredentialRow) => scopes.map((scope) => scope.toUpperCase()),
    createdBy: ({ createdBy }: CredentialRow) => ({ id: createdBy }),
    revokedBy: ({ revokedBy }: CredentialRow) => (revokedBy === null ? null : { id: revokedBy }),
    status: (credential: CredentialRow, _: unknown, { clock }: Context) => credentialStatus(credential, clock.today()),
  },
  LocalAuthority: {
    credentials: async ({ id }: { id: string }, _: unknown, { viewer, db, touched }: Context) => {
      if (!canManageCredentials(viewer, id)) return [];
      const credentials = await findCredentialsOfAuthority(db, id);
      touched.list('credentials', [], credentials.length);
      return credentials;
    },
  },
  Mutation: {
    registerCredential: async (_: unknown, { input }: { input: RegisterCredentialInput }, context: Context) =>
      toRegisterCredentialResult(await registerCredential(context, input)),
    revokeCredential: async (_: unknown, { input }: { input: { id: string } }, context: Context) =>
      revokeCredential(context, input.id),
  },
};

function toRegisterCredentialResult(outcome: RegisterCredentialOutcome): object {
  switch (outcome.kind) {
    case 'registered':
      return {
        __typename: 'RegisterCredentialSuccess',
        credential: outcome.credential,
        secret: outcome.secret,
      };
    case 'bad-terms':
      return { __typename: 'CredentialTermsError', message: outcome.message };
    default:
      return assertUnreachable(outcome);
  }
}
