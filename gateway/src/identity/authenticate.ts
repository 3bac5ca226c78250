import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import type { BearerTokens } from './bearer-token.ts';
import type { IdentityClaims } from './claims.ts';
import type { CookieJar } from './cookie-jar.ts';
import { csrfHeader, csrfValue, isOwnOrigin } from './request-origin.ts';
import type { Session, SessionCookies } from './session-cookie.ts';

/** Who sent a request, and how that is known. */
export interface Identity {
  readonly by: 'session' | 'bearer';
  readonly claims: IdentityClaims;
}

/** Finds out who sent a request. */
export class Authenticator {
  readonly #cookies: CookieJar;
  readonly #sessions: SessionCookies;
  readonly #tokens: BearerTokens;
  readonly #publicUrl: () => string;

  constructor(o: { cookies: CookieJar; sessions: SessionCookies; tokens: BearerTokens; publicUrl: () => string }) {
    this.#cookies = o.cookies;
    this.#sessions = o.sessions;
    this.#tokens = o.tokens;
    this.#publicUrl = o.publicUrl;
  }

  /**
   * Who sent a request that does something. Throws HttpError 400 when it carries a cookie and a token, 401 when it
   * carries neither or what it carries is not good, 403 when a page of another site may have sent it.
   */
  async require(request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
    const token = bearerOf(request);
    const cookie = this.#cookies.session(request);
    if (token !== null && cookie !== undefined) {
      throw new HttpError(400, 'BAD_REQUEST', 'Send either a session cookie or an access token, not both.');
    }
    if (token !== null) return { by: 'bearer', claims: await this.#tokens.claimsOf(token) };
    const session = await this.session(request, reply);
    if (!session) throw new HttpError(401, 'UNAUTHENTICATED', 'Sign in, or send an access token.');
    if (request.headers[csrfHeader] !== csrfValue || !isOwnOrigin(request, this.#publicUrl())) {
      throw new HttpError(
        403,
        'FORBIDDEN',
        `Send this from a page of Mainstay, with the header ${csrfHeader}: ${csrfValue}.`,
      );
    }
    return { by: 'session', claims: session.claims };
  }

  /** The session of a request, its cookie renewed when that is due; null when nobody is signed in. */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<Session | null> {
    const cookie = this.#cookies.session(request);
    const session = cookie === undefined ? null : await this.#sessions.open(cookie);
    const renewed = session && (await this.#sessions.renew(session));
    if (renewed) this.#cookies.setSession(reply, renewed);
    return session;
  }
}

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined)
    throw new HttpError(401, 'UNAUTHENTICATED', 'Send the access token as `Authorization: Bearer <token>`.');
  return token;
}
