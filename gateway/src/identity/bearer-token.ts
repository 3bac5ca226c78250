import type { Clock } from '@mainstay/primitives';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
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
  /** True for issuers whose access tokens say that they are (`typ: at+jwt`, RFC 9068); others may say `JWT` or nothing. */
  readonly saysType: boolean;
}

/** Signatures that are taken: none made with a shared secret, and never `none`. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'];
/** Headers that name a key elsewhere, or bring one along: keys come from the issuer's own list alone. */
const foreignKeyHeaders = ['jku', 'jwk', 'x5u', 'x5c', 'crit'];
/** Claims that ID tokens have and access tokens do not. */
const idTokenClaims = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const accessTokenType = /^(?:application\/)?at\+jwt$/i;
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
  readonly #provider: () => Promise<TokenIssuer>;
  readonly #own: () => TokenIssuer;
  readonly #clock: Clock;
  readonly #verified = new Map<string, Verified>();

  /** `provider` is the identity provider; `own` the gateway itself, which gives machines their tokens. */
  constructor(o: { provider: () => Promise<TokenIssuer>; own: () => TokenIssuer; clock: Clock }) {
    this.#provider = o.provider;
    this.#own = o.own;
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
    const { issuer, audience, keys, saysType } = await this.#issuerOf(token);
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
    const { payload, protectedHeader } = verified;
    if (!isAccessToken(payload, protectedHeader, saysType)) throw refusal(null);
    const claims = identityClaims.safeParse(payload);
    if (!claims.success) throw new HttpError(403, 'FORBIDDEN', 'The token gives no role in Mainstay.');
    return { claims: claims.data, expires: (payload.exp ?? 0) * 1000 };
  }

  /** Read from the token before it is checked, only to choose whom to check it against. */
  async #issuerOf(token: string): Promise<TokenIssuer> {
    const own = this.#own();
    return issuerNamedBy(token) === own.issuer ? own : this.#provider();
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

function issuerNamedBy(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function isAccessToken(payload: JWTPayload, header: { readonly typ?: string }, saysType: boolean): boolean {
  if (foreignKeyHeaders.some((name) => name in header)) return false;
  if (header.typ !== undefined && accessTokenType.test(header.typ)) return true;
  const isPlain = header.typ === undefined || header.typ.toUpperCase() === 'JWT';
  return !saysType && isPlain && !idTokenClaims.some((name) => name in payload);
}

function refusal(error: errors.JOSEError | null): HttpError {
  const isExpired = error instanceof errors.JWTExpired;
  const message = isExpired ? 'The access token has expired. Get a new one.' : 'The access token is not valid here.';
  return new HttpError(401, 'UNAUTHENTICATED', message, error ? { cause: error } : {});
}
