import type { FastifyInstance } from 'fastify';
import { HttpError } from '../http-error.ts';
import type { Authenticator } from '../identity/authenticate.ts';
import { audienceOf } from '../identity/claims.ts';
import { StaticFiles } from '../pages/static-file.ts';
import type { PublishedModules } from './published-modules.ts';
import { visibleModules } from './visible-modules.ts';

export interface ModulesRoutesOptions {
  readonly modulesDir: string;
  readonly modules: PublishedModules;
  readonly authenticator: Authenticator;
}

const forever = 'public, max-age=31536000, immutable';
/** A folder of a version never changes, but a manifest that was spoilt on the way must not stay spoilt for a year. */
const checkAgain = 'no-cache';

/** `GET /registry.json`, and the files of modules: `/modules/<id>/<version>/<file>`, with `~<n>/` before it at a retry. */
export async function modulesRoutes(app: FastifyInstance, o: ModulesRoutesOptions): Promise<void> {
  const files = new StaticFiles(o.modulesDir);

  app.get('/registry.json', async (request, reply) => {
    const session = await o.authenticator.session(request, reply);
    const publication = await o.modules.current();
    reply.header('cache-control', 'no-store');
    // Operators of the platform are no audience: no module is for them.
    const audience = session && (audienceOf(session.claims.role) ?? 'operators');
    return { modules: visibleModules(publication, audience) };
  });

  app.get<{ Params: { id: string; version: string; '*': string } }>(
    '/modules/:id/:version/*',
    async (request, reply) => {
      const { id, version } = request.params;
      // A browser keeps a script that failed under its address: a retry asks for the same file under another one.
      const file = request.params['*'].replace(/^~\d{1,3}\//, '');
      const isServed = /^[a-z][a-z0-9-]*$/.test(id) && /^\w[\w.-]*$/.test(version) && file !== 'operations.json';
      const cacheControl = file === 'mf-manifest.json' ? checkAgain : forever;
      if (isServed && (await files.send(`${id}/${version}/${file}`, cacheControl, request, reply))) return reply;
      throw new HttpError(404, 'NOT_FOUND', 'There is no such file of a module.');
    },
  );
}
