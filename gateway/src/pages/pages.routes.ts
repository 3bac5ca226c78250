import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import type { Authenticator } from '../identity/authenticate.ts';
import { audienceOf } from '../identity/claims.ts';
import type { ModuleEntry } from '../module-registry/module-entry.ts';
import type { PublishedModules } from '../module-registry/published-modules.ts';
import { plainPage } from './plain-page.ts';
import { newNonce, sendPlainPage, shellPolicy } from './security-headers.ts';
import { ShellPage } from './shell-page.ts';
import { StaticFiles } from './static-file.ts';

export interface PagesRoutesOptions {
  readonly shellDir: string;
  readonly authenticator: Authenticator;
  readonly modules: PublishedModules;
}

const forever = 'public, max-age=31536000, immutable';

/** The files of the shell, and its page for every path that nothing else answers. */
export async function pagesRoutes(app: FastifyInstance, o: PagesRoutesOptions): Promise<void> {
  const files = new StaticFiles(o.shellDir);
  const shell = new ShellPage(o.shellDir);

  app.get('/assets/*', async (request, reply) => {
    if (await files.send(pathOf(request).slice(1), forever, request, reply)) return reply;
    throw new HttpError(404, 'NOT_FOUND', 'There is no such file.');
  });

  app.setNotFoundHandler(async (request, reply) => {
    const path = pathOf(request);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this address.');
    if (/\.\w+$/.test(path) && !isOfModule(path, (await o.modules.current()).modules)) {
      const isOwn = path !== '/index.html' && path !== '/operations.json';
      if (isOwn && (await files.send(path.slice(1), 'no-cache', request, reply))) return reply;
      throw new HttpError(404, 'NOT_FOUND', 'There is no such file.');
    }
    return sendShell({ shell, path, request, reply }, o);
  });
}

interface PageRequest {
  readonly shell: ShellPage;
  readonly path: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function sendShell({ shell, path, request, reply }: PageRequest, o: PagesRoutesOptions): Promise<FastifyReply> {
  const accept = request.headers.accept ?? '*/*';
  if (!/text\/html|\*\/\*/.test(accept)) throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this address.');
  reply.header('cache-control', 'no-store');
  const session = await o.authenticator.session(request, reply);
  if (!session) return reply.redirect(`/sign-in?returnTo=${encodeURIComponent(request.url)}`, 302);
  const nonce = newNonce();
  const audience = audienceOf(session.claims.role);
  if (audience === null) return operatorsPage(reply);
  const html = await shell.render({ path, nonce, audience, publication: await o.modules.current() });
  if (html === null) return notBuilt(reply);
  return reply.headers(shellPolicy(nonce)).type('text/html; charset=utf-8').send(html);
}

/** Operators of the platform have no pages: they see no records. */
async function operatorsPage(reply: FastifyReply): Promise<FastifyReply> {
  const nonce = newNonce();
  const main = `<p>You are signed in as an operator of the platform. Operators see no records and no figures.</p>
<form method="post" action="/sign-out"><button type="submit">Sign out</button></form>`;
  return sendPlainPage(reply, { status: 200, nonce, html: plainPage({ title: 'Operator', main, nonce }) });
}

async function notBuilt(reply: FastifyReply): Promise<FastifyReply> {
  const nonce = newNonce();
  const main = '<p>The pages of Mainstay are not built. Run <code>npm start</code>, which builds what is missing.</p>';
  return sendPlainPage(reply, { status: 503, nonce, html: plainPage({ title: 'Not built yet', main, nonce }) });
}

/** True below a module's path, where all are pages: the identifier of a child has a point in it, too. */
function isOfModule(path: string, modules: readonly Pick<ModuleEntry, 'path'>[]): boolean {
  return modules.some((module) => path.startsWith(`${module.path}/`));
}

/** Throws HttpError 404 for what is no address at all, such as `//[`. */
function pathOf(request: FastifyRequest): string {
  const address = URL.parse(request.url, 'http://gateway');
  if (!address) throw new HttpError(404, 'NOT_FOUND', 'There is nothing at this address.');
  return address.pathname;
}
