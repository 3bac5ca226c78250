import type { PlainDate } from '@mainstay/primitives';
import type { CredentialRow } from './credential.entity.ts';

/** Whether a credential lets its machine in; the values of the GraphQL enum `CredentialStatus`. */
export type CredentialStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Where a credential stands on a day. Its last day still belongs to it. */
export function credentialStatus(
  credential: Pick<CredentialRow, 'expiresOn' | 'revokedAt'>,
  today: PlainDate,
): CredentialStatus {
  if (credential.revokedAt !== null) return 'REVOKED';
  return credential.expiresOn < today ? 'EXPIRED' : 'ACTIVE';
}
