import type { Logger, Scope } from '@mainstay/subgraph-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorFor, noteSender } from '../audit/audit-actor.ts';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { HttpError } from '../http-error.ts';
import type { CredentialRegister } from '../own-graph/modules/credential/credential.register.ts';
import type { OpenSession, SessionRegister } from '../own-graph/modules/session/session.register.ts';
import type { BearerTokens } from './bearer-token.ts';
import type { IdentityClaims } from './claims.ts';
import type { CookieJar } from './cookie-jar.ts';
import { csrfHeader, csrfValue, isOwnOrigin } from './request-origin.ts';

/** Who sent a request, and how that is known. */
export interface Identity {
  readonly by: 'session' | 'bearer';
  readonly claims: IdentityClaims;
  /** What a machine may read; null for people. */
  readonly scopes: readonly Scope[] | null;
  /** The credential a machine came with and what it was given for; null for people. */
  readonly purpose: string | null;
}

/** Writes down what was done; throws when it cannot be: then nothing may be answered. */
export interface Recorder {
  record(entry: AuditEntry): Promise<void>;
}

/** What an authenticator asks. */
export interface AuthenticatorOptions {
  readonly cookies: CookieJar;
  readonly sessions: SessionRegister;
  readonly credentials: CredentialRegister;
  readonly tokens: BearerTokens;
  readonly audit: Recorder;
  readonly publicUrl: () => string;
  /** Told which session a request came with. */
  readonly onSession: (requestId: string, sessionId: string) => void;
  readonly logger: Logger;
}

/** Finds out who sent a request. The registers of sessions and machines are asked each time. */
export class Authenticator {
  readonly #o: AuthenticatorOptions;

  constructor(o: AuthenticatorOptions) {
    this.#o = o;
  }

  /**
   * Who sent a request that does something. What is refused from here on is put down to them. Throws HttpError 400 when it carries a cookie and a token, 401 when it
   * carries neither or what it carries is not good, 403 when a page of another site may have sent it, 503 when the
   * registers cannot be asked.
   */
  async require(request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
    const token = bearerOf(request);
    const cookie = this.#o.cookies.session(request);
    if (token !== null && cookie !== undefined) {
      throw new HttpError(400, 'BAD_REQUEST', 'Send either a session cookie or an access token, not both.');
    }
    if (token !== null) {
      const known = personBy('bearer', await this.#o.tokens.claimsOf(token));
      noteSender(request, known);
      return this.#identity(known);
    }
    const session = await this.session(request, reply);
    if (!session) throw new HttpError(401, 'UNAUTHENTICATED', 'Sign in, or send an access token.');
    noteSender(request, personBy('session', session.claims));
    if (request.headers[csrfHeader] !== csrfValue || !isOwnOrigin(request, this.#o.publicUrl())) {
      throw new HttpError(
        403,
        'FORBIDDEN',
        `Send this from a page of Mainstay, with the header ${csrfHeader}: ${csrfValue}.`,
      );
    }
    return this.#identity(personBy('session', session.claims));
  }

  /**
   * The session of a request, its cookie renewed when that is due; null when nobody is signed in. Throws HttpError 503
   * when the register of sessions cannot be asked.
   */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<OpenSession | null> {
    const { cookies, sessions, onSession } = this.#o;
    const cookie = cookies.session(request);
    if (cookie === undefined) return null;
    const opened = await sessions.open(cookie);
    if (opened.kind !== 'open') {
      cookies.clearSession(reply);
      if (opened.kind === 'stolen') await this.#tellTheft(opened.session, request.id);
      return null;
    }
    if (opened.renewed !== null) cookies.setSession(reply, opened.renewed);
    onSession(request.id, opened.session.id);
    return opened.session;
  }

  async #identity(known: Identity): Promise<Identity> {
    const { claims } = known;
    if (claims.role !== 'integrator') return known;
    const machine = await this.#o.credentials.find(claims.sub);
    if (!machine || machine.laCode !== claims.la) throw notLetIn('This machine is not registered with the authority.');
    if (machine.status === 'REVOKED') throw notLetIn('This machine’s credential was revoked by the authority.');
    if (machine.status === 'EXPIRED')
      throw notLetIn('This machine’s credential has expired. Have it registered again.');
    const asked = claims.scope?.split(' ');
    const scopes = machine.scopes.filter((scope) => asked === undefined || asked.includes(scope));
    return { ...known, scopes, purpose: purposeOfMachine(machine) };
  }

  async #tellTheft({ claims }: OpenSession, requestId: string): Promise<void> {
    this.#o.logger.warn('session ended: one of its replaced tokens came again', { requestId, role: claims.role });
    await this.#o.audit.record({
      kind: 'SIGN_OUT',
      outcome: 'DONE',
      actor: actorFor(personBy('session', claims)),
      operation: 'session ended',
      code: 'SESSION_STOLEN',
      requestId,
    });
  }
}

/** Somebody of whom nothing but the claims is known. */
export function personBy(by: Identity['by'], claims: IdentityClaims): Identity {
  return { by, claims, scopes: null, purpose: null };
}

/** What a machine is here for, as the audit says it. */
export function purposeOfMachine({ id, purpose }: { readonly id: string; readonly purpose: string }): string {
  return `credential ${id}: ${purpose}`;
}

function notLetIn(message: string): HttpError {
  return new HttpError(401, 'UNAUTHENTICATED', message);
}

function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (token === undefined)
    throw new HttpError(401, 'UNAUTHENTICATED', 'Send the access token as `Authorization: Bearer <token>`.');
  return token;
}
