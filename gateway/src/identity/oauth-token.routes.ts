import type { Clock } from '@mainstay/primitives';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { importJWK, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { actorFor } from '../audit/audit-actor.ts';
import { nobody } from '../audit/audit-entry.ts';
import type { Audit } from '../audit/audit.ts';
import type { CredentialRegister, RegisteredMachine } from '../own-graph/modules/credential/credential.register.ts';
import { purposeOfMachine } from './authenticate.ts';
import { basicCredentials, type ClientCredentials } from './client-credentials.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { ownAudience } from './identity.ts';
import type { SigningKeys } from './signing-keys.ts';

/** How long a machine's token holds; it asks for the next one in time. */
export const machineTokenSeconds = 5 * 60;

export interface OauthTokenRoutesOptions {
  readonly credentials: CredentialRegister;
  readonly keys: SigningKeys;
  readonly attempts: FailedAttempts;
  readonly audit: Audit;
  readonly publicUrl: () => string;
  readonly clock: Clock;
}

/** An answer of the token endpoint: RFC 6749, sections 5.1 and 5.2. */
interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * `POST /oauth/token`, where machines get their tokens (client credentials, RFC 6749 section 4.4); `GET /oauth/jwks`, the
 * keys they are signed with; and what the two are, for clients that look it up (RFC 8414).
 */
export async function oauthTokenRoutes(app: FastifyInstance, o: OauthTokenRoutesOptions): Promise<void> {
  app.get('/oauth/jwks', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: o.keys.publicJwks }),
  );
  app.get('/.well-known/oauth-authorization-server', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({
      issuer: o.publicUrl(),
      token_endpoint: `${o.publicUrl()}/oauth/token`,
      jwks_uri: `${o.publicUrl()}/oauth/jwks`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: ['children', 'workforce', 'contracts', 'figures'],
    }),
  );
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 8_192 },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    scope.post('/oauth/token', async (request, reply) => {
      o.attempts.requireFew(request, reply);
      const { status, body } = await answer(request, o);
      if (status >= 400) await refuse(String(body['error']), request, o);
      if (status === 401) reply.header('www-authenticate', 'Basic realm="Mainstay"');
      return send(reply, status, body);
    });
  });
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').header('pragma', 'no-cache').send(body);
}

async function answer(request: FastifyRequest, o: OauthTokenRoutesOptions): Promise<TokenAnswer> {
  if (!(request.body instanceof URLSearchParams)) return fault('invalid_request', 'Send a form.');
  const form = request.body;
  if (hasRepeated(form)) return fault('invalid_request', 'Send each field once.');
  if (form.get('grant_type') !== 'client_credentials')
    return fault('unsupported_grant_type', 'Send grant_type=client_credentials.');
  const client = clientOf(request, form);
  if (client === 'both') return fault('invalid_request', 'Prove who you are once: in the header or in the body.');
  const machine = client && (await o.credentials.prove(client.id, client.secret));
  if (!machine) {
    o.attempts.failed(request);
    return { status: 401, body: { error: 'invalid_client', error_description: 'Not known, or not let in any more.' } };
  }
  const scope = scopeOf(form, machine);
  if (scope === null) return fault('invalid_scope', 'The credential does not have this scope.');
  const claims = { sub: machine.id, name: machine.name, role: 'integrator' as const, la: machine.laCode, scope };
  await o.audit.record({
    kind: 'SIGN_IN',
    outcome: 'DONE',
    actor: actorFor({ by: 'bearer', claims, scopes: machine.scopes, purpose: purposeOfMachine(machine) }),
    operation: '/oauth/token',
    requestId: request.id,
  });
  const token = await sign(claims, o);
  return {
    status: 200,
    body: { access_token: token, token_type: 'Bearer', expires_in: machineTokenSeconds, scope },
  };
}

async function sign(
  { sub, ...claims }: { readonly sub: string } & Readonly<Record<string, unknown>>,
  o: OauthTokenRoutesOptions,
): Promise<string> {
  const issuedAt = Math.floor(o.clock.now().getTime() / 1000);
  return new SignJWT({ ...claims, client_id: sub })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: o.keys.id })
    .setIssuer(o.publicUrl())
    .setAudience(ownAudience)
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + machineTokenSeconds)
    .sign(await importJWK(o.keys.privateJwk, 'EdDSA'));
}

/** The scopes of the token: those asked for, or all that the credential has; null when one is asked for that it has not. */
function scopeOf(form: URLSearchParams, { scopes }: RegisteredMachine): string | null {
  const asked = form.get('scope')?.split(' ').filter(Boolean) ?? [];
  if (asked.length === 0) return scopes.join(' ');
  return asked.every((scope) => scopes.some((own) => own === scope)) ? [...new Set(asked)].join(' ') : null;
}

/** What the client proves itself with; `both` when it does so in two ways at once, null when in none. */
function clientOf(request: FastifyRequest, form: URLSearchParams): ClientCredentials | 'both' | null {
  const { authorization } = request.headers;
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (authorization !== undefined) return secret === null ? basicCredentials(authorization) : 'both';
  return id !== null && secret !== null ? { id, secret } : null;
}

function hasRepeated(form: URLSearchParams): boolean {
  const names = [...form.keys()];
  return new Set(names).size < names.length;
}

function fault(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } };
}

async function refuse(code: string, { id: requestId, ip: source }: FastifyRequest, { audit }: OauthTokenRoutesOptions) {
  await audit.refused({ actor: nobody, code, operation: '/oauth/token', requestId, source });
}
