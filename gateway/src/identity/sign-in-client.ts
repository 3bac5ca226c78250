import * as oidc from 'openid-client';
import { HttpError } from '../http-error.ts';
import { identityClaims, type IdentityClaims } from './claims.ts';

/** A sign-in that began here and has not come back yet. Kept by the browser, encrypted. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The page to go to afterwards: a path of this origin. */
  readonly returnTo: string;
}

/** The gateway's part of OpenID Connect: a confidential client with code, PKCE, state, nonce and check of the issuer. */
export class SignInClient {
  readonly #configure: () => Promise<oidc.Configuration>;
  readonly #redirectUri: () => string;
  readonly #scope: string;
  #configuration: Promise<oidc.Configuration> | null = null;

  constructor(o: { configure: () => Promise<oidc.Configuration>; redirectUri: () => string; scope: string }) {
    this.#configure = o.configure;
    this.#redirectUri = o.redirectUri;
    this.#scope = o.scope;
  }

  /** What the provider says of itself. Throws HttpError 503 when it does not answer; the next call asks again. */
  async configuration(): Promise<oidc.Configuration> {
    this.#configuration ??= this.#configure();
    return this.#configuration.catch((cause: unknown) => {
      this.#configuration = null;
      throw new HttpError(503, 'UNAVAILABLE', 'The sign-in service does not answer. Try again in a minute.', { cause });
    });
  }

  /** Begins a sign-in: where to send the browser, and what to keep until it is back. */
  async begin(returnTo: string): Promise<{ location: URL; underWay: SignInUnderWay }> {
    const configuration = await this.configuration();
    const underWay = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      returnTo,
    };
    const location = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri(),
      scope: this.#scope,
      state: underWay.state,
      nonce: underWay.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(underWay.codeVerifier),
      code_challenge_method: 'S256',
      // Whoever signs out here must be able to come back as somebody else.
      prompt: 'login',
    });
    return { location, underWay };
  }

  /**
   * Ends a sign-in: `query` is what the provider sent the browser back with.
   * Throws HttpError 400 when the provider's answer does not hold, and 403 when the person has no role here.
   */
  async finish(query: string, underWay: SignInUnderWay): Promise<IdentityClaims> {
    const configuration = await this.configuration();
    const current = new URL(this.#redirectUri());
    current.search = query;
    const tokens = await oidc
      .authorizationCodeGrant(configuration, current, {
        pkceCodeVerifier: underWay.codeVerifier,
        expectedState: underWay.state,
        expectedNonce: underWay.nonce,
        idTokenExpected: true,
      })
      .catch((cause: unknown) => {
        throw new HttpError(400, 'UNAUTHENTICATED', 'The sign-in service did not confirm who you are.', { cause });
      });
    const claims = identityClaims.safeParse(tokens.claims());
    if (claims.success) return claims.data;
    throw new HttpError(403, 'FORBIDDEN', 'Your account has no role in Mainstay. Ask your administrator for one.');
  }

  /** Where the provider ends its own session; null when it has no such page. */
  async endSession(returnTo: string): Promise<string | null> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
  }
}
