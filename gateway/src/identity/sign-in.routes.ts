import type { Clock } from '@mainstay/primitives';
import type { Logger } from '@mainstay/subgraph-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import { escapeHtml } from '../pages/html.ts';
import { plainPage } from '../pages/plain-page.ts';
import { newNonce, sendPlainPage } from '../pages/security-headers.ts';
import { actorFor } from '../audit/audit-actor.ts';
import type { Audit } from '../audit/audit.ts';
import { nobody } from '../audit/audit-entry.ts';
import type { PersonRegister } from '../own-graph/modules/person/person.register.ts';
import type { SessionRegister } from '../own-graph/modules/session/session.register.ts';
import { authorityOf, type IdentityClaims } from './claims.ts';
import { personBy } from './authenticate.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { isOwnOrigin } from './request-origin.ts';
import type { SignInClient } from './sign-in-client.ts';
import type { SignInState } from './sign-in-state.ts';

export interface SignInRoutesOptions {
  readonly client: SignInClient;
  readonly cookies: CookieJar;
  readonly sessions: SessionRegister;
  readonly people: PersonRegister;
  readonly attempts: FailedAttempts;
  readonly audit: Audit;
  readonly state: SignInState;
  readonly publicUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** `GET /sign-in`, `GET /sign-in/callback`, `POST /sign-out`, `GET /signed-out`. */
export async function signInRoutes(app: FastifyInstance, o: SignInRoutesOptions): Promise<void> {
  app.get<{ Querystring: { returnTo?: string | string[] } }>('/sign-in', async (request, reply) => {
    const elsewhere = otherAddress(request, o.publicUrl());
    if (elsewhere) return reply.redirect(elsewhere, 302);
    const { location, underWay } = await o.client.begin(ownPath(request.query.returnTo));
    o.cookies.setSignIn(reply, await o.state.seal(underWay));
    return reply.header('cache-control', 'no-store').redirect(location.href, 302);
  });

  app.get('/sign-in/callback', async (request, reply) => {
    try {
      o.attempts.requireFew(request, reply);
      const underWay = await o.state.open(o.cookies.signIn(request));
      const claims = await o.client.finish(new URL(request.url, o.publicUrl()).search, underWay);
      o.cookies.setSession(reply, await signIn(claims, request, o));
      o.cookies.clearSignIn(reply);
      o.logger.info('signed in', { requestId: request.id, role: claims.role });
      return await reply.header('cache-control', 'no-store').redirect(underWay.returnTo, 303);
    } catch (error) {
      return signInFailed(error, o, request, reply);
    }
  });

  // The page without scripts signs out with a form, of which nothing is read.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1_024 },
    (_, __, done) => done(null),
  );
  app.post('/sign-out', async (request, reply) => {
    if (!isOwnOrigin(request, o.publicUrl()))
      throw new HttpError(403, 'FORBIDDEN', 'Sign out from a page of Mainstay.');
    const session = await o.sessions.end(o.cookies.session(request) ?? '');
    o.cookies.clearSession(reply);
    if (session) await recordAtDoor('SIGN_OUT', session.claims, request, o);
    const signedOut = `${o.publicUrl()}/signed-out`;
    const location = (await o.client.endSession(signedOut).catch(() => null)) ?? signedOut;
    reply.header('cache-control', 'no-store').header('clear-site-data', '"storage"');
    return request.headers.accept?.includes('text/html') ? reply.redirect(location, 303) : { location };
  });

  app.get('/signed-out', async (_request, reply) => {
    const nonce = newNonce();
    const main = '<p>You have signed out.</p><p><a href="/sign-in">Sign in again</a></p>';
    return sendPlainPage(reply, { status: 200, nonce, html: plainPage({ title: 'Signed out', main, nonce }) });
  });
}

/** Begins a session and ends the one the browser may have had; answers the new token. */
async function signIn(claims: IdentityClaims, request: FastifyRequest, o: SignInRoutesOptions): Promise<string> {
  const former = o.cookies.session(request);
  if (former !== undefined) await o.sessions.end(former);
  // Written down first: nobody is in whose sign-in is not.
  await recordAtDoor('SIGN_IN', claims, request, o);
  const la = authorityOf(claims);
  await o.people.seen(claims, la === null ? [] : [la]);
  return o.sessions.begin(claims);
}

async function recordAtDoor(
  kind: 'SIGN_IN' | 'SIGN_OUT',
  claims: IdentityClaims,
  { id: requestId }: FastifyRequest,
  { audit }: SignInRoutesOptions,
): Promise<void> {
  const actor = { ...actorFor(personBy('session', claims)), purpose: 'sign-in' };
  await audit.record({ kind, outcome: 'DONE', actor, operation: 'browser', requestId });
}

/** A failed sign-in is told on a page: whoever sees it came by a redirect. */
async function signInFailed(error: unknown, o: SignInRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  o.cookies.clearSignIn(reply);
  o.logger.warn('sign-in failed', { requestId: request.id, error });
  const known =
    error instanceof HttpError ? error : new HttpError(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong.');
  if (known.status < 500 && known.status !== 429) o.attempts.failed(request);
  if (known.status < 500) await refuse(known.code, request, o);
  const nonce = newNonce();
  const main = `<p>${escapeHtml(known.message)}</p><p><a href="/sign-in">Start again</a></p><p>Reference: ${escapeHtml(request.id)}</p>`;
  return sendPlainPage(reply, {
    status: known.status,
    nonce,
    html: plainPage({ title: 'Sign-in did not work', main, nonce }),
  });
}

/** A refusal of somebody unknown is taken down without being waited for. */
async function refuse(code: string, { id: requestId, ip: source }: FastifyRequest, { audit }: SignInRoutesOptions) {
  await audit.refused({ actor: nobody, code, operation: '/sign-in/callback', requestId, source });
}

/** A path of this origin to go to after the sign-in; the first page for anything else. */
export function ownPath(path: string | readonly string[] | undefined): string {
  const isOwn = typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length <= 2_000;
  return isOwn && !path.startsWith('/sign-in') ? path : '/';
}

/** Where to go on when the page was opened under another name of this machine: cookies belong to one name. */
function otherAddress(request: FastifyRequest, publicUrl: string): string | null {
  const wanted = new URL(publicUrl);
  const isLoopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.host);
  return isLoopback && request.host !== wanted.host && wanted.hostname === 'localhost'
    ? `${publicUrl}${request.url}`
    : null;
}
