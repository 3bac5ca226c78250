import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import { escapeHtml } from '../pages/html.ts';
import { plainPage } from '../pages/plain-page.ts';
import { newNonce, sendPlainPage } from '../pages/security-headers.ts';
import { readJson } from '../read-body.ts';
import type { CredentialRegister } from '../own-graph/modules/credential/credential.register.ts';
import type { PersonRegister } from '../own-graph/modules/person/person.register.ts';
import { actorFor } from '../audit/audit-actor.ts';
import { personBy, type Recorder } from './authenticate.ts';
import { authorityOf, identityClaims, type IdentityClaims } from './claims.ts';
import { demonstrationAccounts, demonstrationClaims, type DemonstrationHome } from './demonstration-accounts.ts';
import { demonstrationToken, demonstrationTokenSeconds, type DemonstrationOptions } from './demonstration-token.ts';

export interface DemonstrationRoutesOptions {
  /** The provider and what it was made of; not before the gateway listens. */
  readonly demonstration: () => { readonly provider: Provider; readonly options: DemonstrationOptions };
  readonly headers: Readonly<Record<string, string>>;
  /** Throws HttpError when the local authority or the practice of the claims does not exist. */
  readonly checkExists: (claims: IdentityClaims, requestId: string) => Promise<void>;
  readonly credentials: CredentialRegister;
  readonly people: PersonRegister;
  readonly audit: Recorder;
}

const tokenRequest = z.object({ account: z.string(), la: z.string().optional(), practice: z.string().optional() });

/** Where demonstration accounts sign in, and where scripts get tokens for them. Registered only outside production. */
export async function demonstrationRoutes(app: FastifyInstance, o: DemonstrationRoutesOptions): Promise<void> {
  app.post('/demonstration/token', async (request, reply) => {
    const asked = tokenRequest.safeParse(readJson(request.body as Buffer));
    if (!asked.success)
      throw new HttpError(
        400,
        'BAD_USER_INPUT',
        'Send {"account": "la-analyst"}, and if you like "la" and "practice".',
      );
    const { options } = o.demonstration();
    const claims = claimsFor(asked.data, options);
    await o.checkExists(claims, request.id);
    await introduceColleagues(claims, o);
    await registerMachine(claims, o);
    await o.audit.record({
      kind: 'SIGN_IN',
      outcome: 'DONE',
      actor: actorFor(personBy('bearer', claims)),
      operation: 'demonstration token',
      requestId: request.id,
    });
    reply.header('cache-control', 'no-store');
    return { accessToken: await demonstrationToken(options, claims), expiresIn: demonstrationTokenSeconds };
  });

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    scope.get('/oidc/interaction/:uid', async (request, reply) => signInPage(o, request, reply));
    scope.post('/oidc/interaction/:uid', async (request, reply) => chooseAccount(o, request, reply));
  });

  await app.register(async (scope) => {
    // The provider reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/oidc/*', async (request, reply) => {
      reply.hijack();
      for (const [name, value] of Object.entries(o.headers)) reply.raw.setHeader(name, value);
      const raw = request.raw as typeof request.raw & { originalUrl?: string };
      forgetFormerAccount(raw);
      raw.originalUrl = raw.url ?? '';
      raw.url = raw.originalUrl.slice('/oidc'.length);
      await o.demonstration().provider.callback()(raw, reply.raw);
    });
  });
}

/**
 * Whoever signs in says who they are each time. A session that the provider still has would only make it ask, on a page
 * with a script, whether to end that one first.
 */
function forgetFormerAccount(raw: FastifyRequest['raw']): void {
  if (!raw.url?.startsWith('/oidc/auth') || raw.headers.cookie === undefined) return;
  const kept = raw.headers.cookie.split('; ').filter((cookie) => !cookie.startsWith('_session'));
  raw.headers.cookie = kept.join('; ');
}

/** The people of the demonstration are known to each other's authority, whether they were there or not. */
async function introduceColleagues(claims: IdentityClaims, o: DemonstrationRoutesOptions): Promise<void> {
  const la = authorityOf(claims);
  if (la === null) return;
  const { home } = o.demonstration().options;
  const colleagues = demonstrationAccounts.flatMap(({ account }) => {
    const colleague = demonstrationClaims(account, { ...home, la });
    const isPerson = colleague && colleague.role !== 'integrator' && colleague.role !== 'platform-operator';
    return isPerson && (la === home.la || !('practice' in colleague)) ? [colleague] : [];
  });
  await o.people.introduce(colleagues, la);
}

/** A machine of the demonstration is let in when it first asks. Throws HttpError 403 when it was revoked. */
async function registerMachine(claims: IdentityClaims, { credentials }: DemonstrationRoutesOptions): Promise<void> {
  if (claims.role !== 'integrator') return;
  const machine = await credentials.demonstration(claims.la, claims.sub, claims.name ?? 'Demonstration');
  if (machine.status === 'ACTIVE') return;
  throw new HttpError(
    403,
    'FORBIDDEN',
    'The demonstration’s machine of this authority was revoked, and stays so. Register a new credential for it.',
  );
}

function claimsFor(asked: z.infer<typeof tokenRequest>, { home }: DemonstrationOptions): IdentityClaims {
  const askedHome: DemonstrationHome = { la: asked.la ?? home.la, practice: asked.practice ?? home.practice };
  const claims = demonstrationClaims(asked.account, askedHome);
  if (!claims) {
    const known = demonstrationAccounts.map(({ account }) => account).join(', ');
    throw new HttpError(400, 'BAD_USER_INPUT', `There is no such demonstration account. There are: ${known}.`);
  }
  const checked = identityClaims.safeParse(claims);
  if (checked.success) return checked.data;
  throw new HttpError(
    400,
    'BAD_USER_INPUT',
    'Give the ONS code of a local authority of England, such as E08000025, and the id of a practice.',
  );
}

async function signInPage(o: DemonstrationRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  await underWay(o, request, reply);
  const nonce = newNonce();
  return sendPlainPage(reply, {
    status: 200,
    nonce,
    html: plainPage({ title: 'Sign in to the demonstration', main: accountsForm(), nonce }),
  });
}

async function chooseAccount(o: DemonstrationRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  await underWay(o, request, reply);
  const account = (request.body as URLSearchParams).get('account');
  const { provider, options } = o.demonstration();
  const claims = demonstrationClaims(account ?? '', options.home);
  if (!claims) {
    const nonce = newNonce();
    const main = `<p class="inset" role="alert">Choose who to sign in as.</p>${accountsForm()}`;
    return sendPlainPage(reply, {
      status: 400,
      nonce,
      html: plainPage({ title: 'Sign in to the demonstration', main, nonce }),
    });
  }
  await introduceColleagues(claims, o);
  await registerMachine(claims, o);
  const next = await provider.interactionResult(
    request.raw,
    reply.raw,
    { login: { accountId: claims.sub } },
    { mergeWithLastSubmission: false },
  );
  return reply.redirect(next, 303);
}

/** Throws unless this browser began to sign in here. */
async function underWay(o: DemonstrationRoutesOptions, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await o
    .demonstration()
    .provider.interactionDetails(request.raw, reply.raw)
    .catch((cause: unknown) => {
      throw new HttpError(400, 'BAD_USER_INPUT', 'This sign-in has run out. Start again.', { cause });
    });
}

function accountsForm(): string {
  const choices = demonstrationAccounts.map(
    (
      { account, name, description },
      index,
    ) => `<label class="choice"><input type="radio" name="account" value="${account}"${index === 0 ? ' checked' : ''}>
<strong>${escapeHtml(name)}</strong> <code>${account}</code><span class="hint">${escapeHtml(description)}</span></label>`,
  );
  return `<p class="inset">Everything here is made up: the people, the children and the figures. Only the authorities’ names are real. There are no passwords.</p>
<form method="post">
<fieldset><legend>Who do you want to sign in as?</legend>
${choices.join('\n')}
</fieldset>
<button type="submit">Sign in</button>
</form>`;
}
