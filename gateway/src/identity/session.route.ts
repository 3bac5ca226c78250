import type { Logger } from '@mainstay/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import type { Authenticator } from './authenticate.ts';
import { audienceOf, authorityOf, mayBreakGlass, type IdentityClaims } from './claims.ts';
import { csrfValue } from './request-origin.ts';
import type { Viewers } from './viewer.ts';

export interface SessionRouteOptions {
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
  readonly isDemonstration: boolean;
  readonly logger: Logger;
}

/** `GET /session`: who is signed in, for the shell's head and menus. */
export async function sessionRoute(app: FastifyInstance, o: SessionRouteOptions): Promise<void> {
  app.get('/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = await o.authenticator.session(request, reply);
    const viewer = session && (await describe(session.claims, request.id, o));
    return { viewer, demonstration: o.isDemonstration, csrf: csrfValue };
  });
}

async function describe(claims: IdentityClaims, requestId: string, o: SessionRouteOptions) {
  const [{ organisation, laCode }, inspection] = await Promise.all([
    home(claims, requestId, o),
    inspectionNow(claims, requestId, o),
  ]);
  return {
    personId: claims.sub,
    name: claims.name ?? null,
    role: claims.role,
    audience: audienceOf(claims.role),
    organisation,
    laCode,
    practiceId: 'practice' in claims ? claims.practice : null,
    workerId: claims.worker ?? null,
    inspection,
    breakGlassAllowed: mayBreakGlass(claims.role),
  };
}

/** The inspection that is open to an inspector; null for everybody else, and when contracts does not answer. */
async function inspectionNow(claims: IdentityClaims, requestId: string, o: SessionRouteOptions) {
  if (claims.role !== 'ofsted-inspector') return null;
  try {
    const open = await o.viewers.inspectionOf(claims, requestId);
    return open && { id: open.id, la: open.laCode, from: open.from, to: open.to };
  } catch (error) {
    o.logger.warn('inspection not known', { requestId, error });
    return null;
  }
}

/** The name of the viewer's organisation, and the authority in question; the name is null when contracts does not answer: the page does without. */
async function home(
  claims: IdentityClaims,
  requestId: string,
  { viewers: { relationships }, logger }: SessionRouteOptions,
): Promise<{ organisation: string | null; laCode: string | null }> {
  const la = authorityOf(claims);
  try {
    if ('practice' in claims) {
      return { organisation: (await relationships.practiceContext(claims.practice, requestId)).name, laCode: la };
    }
    if (la === null) return { organisation: null, laCode: null };
    const { name, laCode } = await relationships.authorityContext(la, requestId);
    return { organisation: claims.role === 'ofsted-inspector' ? 'Ofsted' : name, laCode };
  } catch (error) {
    logger.warn('organisation not known', { requestId, error });
    return { organisation: null, laCode: la };
  }
}
