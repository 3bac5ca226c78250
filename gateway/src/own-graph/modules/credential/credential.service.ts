import { addDays, type PlainDate } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError, type Scope } from '@mainstay/subgraph-kit';
import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { CredentialRow } from './credential.entity.ts';
import { canManageCredentials } from './credential.policy.ts';
import {
  findCredential,
  insertCredential,
  insertCredentialSecret,
  updateCredentialRevoked,
} from './credential.repository.ts';

/** The longest a machine is let in at a time. */
const longestDays = 365;

/** What `registerCredential` asks for. */
export interface RegisterCredentialInput {
  readonly name: string;
  readonly purpose: string;
  readonly scopes: readonly Uppercase<Scope>[];
  readonly expiresOn: PlainDate;
}

/** What came of it; unless it was registered, nothing changed. */
export type RegisterCredentialOutcome =
  | { readonly kind: 'registered'; readonly credential: CredentialRow; readonly secret: string }
  | { readonly kind: 'bad-terms'; readonly message: string };

/**
 * Lets a machine in for the viewer's authority; the secret is kept as a hash and cannot be told again.
 *
 * @throws ForbiddenError unless the viewer is a manager of the authority.
 */
export async function registerCredential(
  { viewer, db, clock, touched }: Context,
  input: RegisterCredentialInput,
): Promise<RegisterCredentialOutcome> {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canManageCredentials(viewer, laCode)) throw new ForbiddenError('Managers of an authority let machines in.');
  const fault = faultOf(input, clock.today());
  if (fault !== null) return { kind: 'bad-terms', message: fault };
  const credential = {
    laCode,
    id: `${laCode}.${randomUUID()}`,
    name: input.name.trim(),
    purpose: input.purpose.trim(),
    scopes: [...new Set(input.scopes)].map((scope) => scope.toLowerCase() as Scope),
    expiresOn: input.expiresOn,
    createdAt: clock.now(),
    createdBy: viewer.subject,
  };
  const secret = randomBytes(32).toString('base64url');
  await insertCredential(db, credential);
  await insertCredentialSecret(db, { laCode, credentialId: credential.id, secretHash: secretHashOf(secret) });
  touched.change({ what: 'credential registered', laCode, ids: [credential.id], childIds: [] });
  return {
    kind: 'registered',
    secret,
    credential: { ...credential, revokedAt: null, revokedBy: null, lastUsedAt: null },
  };
}

/**
 * Shuts a machine out; the register is asked for everything it sends, so its tokens are worth nothing at once.
 *
 * @throws ForbiddenError unless the viewer is a manager; NotFoundError when the authority has no such credential.
 */
export async function revokeCredential({ viewer, db, clock, touched }: Context, id: string): Promise<CredentialRow> {
  const laCode = viewer.laCodes[0] ?? '';
  if (!canManageCredentials(viewer, laCode)) throw new ForbiddenError('Managers of an authority shut machines out.');
  const found = await findCredential(db, id);
  if (!found || found.laCode !== laCode) throw new NotFoundError('The authority has no such credential.');
  if (found.revokedAt !== null) return found;
  const revoked = { revokedAt: clock.now(), revokedBy: viewer.subject };
  await updateCredentialRevoked(db, { laCode, id, ...revoked });
  touched.change({ what: 'credential revoked', laCode, ids: [id], childIds: [] });
  return { ...found, ...revoked };
}

/** What is kept of a secret. */
export function secretHashOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}

function faultOf(input: RegisterCredentialInput, today: PlainDate): string | null {
  const isBetween = (text: string, least: number, most: number) =>
    text.trim().length >= least && text.trim().length <= most;
  if (!isBetween(input.name, 3, 100)) return 'Give the machine a name of 3 to 100 characters.';
  if (!isBetween(input.purpose, 10, 300)) return 'Say in 10 to 300 characters what the machine will read for.';
  if (input.scopes.length === 0) return 'Choose at least one thing that the machine may read.';
  if (input.expiresOn < today) return 'The last day is over. Choose today or a later day.';
  return input.expiresOn > addDays(today, longestDays)
    ? 'A machine is let in for a year at most. Choose an earlier day, and register it again when that is over.'
    : null;
}
