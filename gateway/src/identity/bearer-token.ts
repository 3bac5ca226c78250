import type { Clock } from '@mainstay/primitives';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { HttpError } from '../http-error.ts';
import { identityClaims, type IdentityClaims } from './claims.ts';

/** Whose tokens are taken. */
export interface TokenIssuer {
  /** The one issuer. */
  readonly issuer: string;
  /** The audience a token must be for. */
  readonly audience: string;
  /** The issuer's public keys. */
  readonly keys: JWTVerifyGetKey;
}

/** Signatures that are taken: none made with a shared secret, and never `none`. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'];
const clockSkewSeconds = 30;
const mostRemembered = 5_000;
/** How long a token is known to be good, so that its signature is not checked for every request. */
const rememberedMs = 30_000;

interface Verified {
  readonly claims: IdentityClaims;
  readonly until: number;
}

/** Establishes who a bearer token stands for. */
export class BearerTokens {
  readonly #issuer: () => Promise<TokenIssuer>;
  readonly #clock: Clock;
  readonly #verified = new Map<string, Verified>();

  constructor(o: { issuer: () => Promise<TokenIssuer>; clock: Clock }) {
    this.#issuer = o.issuer;
    this.#clock = o.clock;
  }

  /** The claims of a token. Throws HttpError 401 when it is not good, and 403 when it gives no role here. */
  async claimsOf(token: string): Promise<IdentityClaims> {
    const known = this.#verified.get(token);
    if (known && known.until > this.#now()) return known.claims;
    const { claims, expires } = await this.#verify(token);
    if (this.#verified.size >= mostRemembered) this.#verified.clear();
    this.#verified.set(token, { claims, until: Math.min(expires, this.#now() + rememberedMs) });
    return claims;
  }

  async #verify(token: string): Promise<{ claims: IdentityClaims; expires: number }> {
    const { issuer, audience, keys } = await this.#issuer();
    const verified = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      clockTolerance: clockSkewSeconds,
      currentDate: this.#clock.now(),
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError) throw refusal(error);
      throw new HttpError(503, 'UNAVAILABLE', 'Tokens cannot be checked at the moment. Try again in a minute.', {
        cause: error,
      });
    });
    const claims = identityClaims.safeParse(verified.payload);
    if (!claims.success) throw new HttpError(403, 'FORBIDDEN', 'The token gives no role in Mainstay.');
    return { claims: claims.data, expires: (verified.payload.exp ?? 0) * 1000 };
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

function refusal(error: errors.JOSEError): HttpError {
  const isExpired = error instanceof errors.JWTExpired;
  const message = isExpired ? 'The access token has expired. Get a new one.' : 'The access token is not valid here.';
  return new HttpError(401, 'UNAUTHENTICATED', message, { cause: error });
}
