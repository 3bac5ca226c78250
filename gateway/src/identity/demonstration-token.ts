import type { Clock } from '@mainstay/primitives';
import { deriveKey } from '@mainstay/subgraph-kit';
import { importJWK, SignJWT } from 'jose';
import type { IdentityClaims } from './claims.ts';
import type { DemonstrationHome } from './demonstration-accounts.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What the gateway is called at the demonstration's provider. */
export const demonstrationClientId = 'mainstay-gateway';
/** Demonstration tokens hold this long. */
export const demonstrationTokenSeconds = 12 * 60 * 60;

export interface DemonstrationOptions {
  readonly secret: string;
  readonly clock: Clock;
  readonly home: DemonstrationHome;
  readonly keys: SigningKeys;
  /** The origin that people's browsers see, e.g. `http://localhost:4000`. */
  readonly publicUrl: string;
}

/** The secret that the gateway proves itself with at the demonstration's provider. */
export function demonstrationClientSecret(secret: string): string {
  return deriveKey(secret, 'demonstration-client').toString('base64url');
}

/** An access token of a demonstration account, for scripts. */
export async function demonstrationToken(o: DemonstrationOptions, claims: IdentityClaims): Promise<string> {
  const { sub, ...rest } = claims;
  const issuedAt = Math.floor(o.clock.now().getTime() / 1000);
  return new SignJWT(rest)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: o.keys.id })
    .setIssuer(`${o.publicUrl}/oidc`)
    .setAudience('mainstay')
    .setSubject(sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + demonstrationTokenSeconds)
    .sign(await importJWK(o.keys.privateJwk, 'EdDSA'));
}
