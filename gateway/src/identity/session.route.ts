import type { Logger } from '@mainstay/subgraph-kit';
import type { FastifyInstance } from 'fastify';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { Authenticator } from './authenticate.ts';
import { audienceOf, type IdentityClaims } from './claims.ts';
import { csrfValue } from './request-origin.ts';
import type { Viewers } from './viewer.ts';

export interface SessionRouteOptions {
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
  readonly contracts: SubgraphClient;
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
  const inspection = 'inspection' in claims ? claims.inspection : null;
  return {
    name: claims.name ?? null,
    role: claims.role,
    audience: audienceOf(claims.role),
    organisation: await organisation(claims, requestId, o),
    laCode: 'la' in claims ? (claims.la ?? null) : (inspection?.la ?? null),
    practiceId: 'practice' in claims ? claims.practice : null,
    inspection,
  };
}

/** The name of the viewer's organisation; null when contracts does not answer: the page does without. */
async function organisation(claims: IdentityClaims, requestId: string, o: SessionRouteOptions): Promise<string | null> {
  if (claims.role === 'ofsted-inspector') return 'Ofsted';
  try {
    if ('practice' in claims) return (await o.viewers.practiceContext(claims.practice, requestId)).name;
    return await nameOfLocalAuthority(claims, requestId, o);
  } catch (error) {
    o.logger.warn('organisation not known', { requestId, error });
    return null;
  }
}

async function nameOfLocalAuthority(
  claims: IdentityClaims & { la: string },
  requestId: string,
  o: SessionRouteOptions,
): Promise<string | null> {
  const viewer = await o.viewers.viewerOf(claims, requestId);
  const request = { query: 'query ($id: ID!) { localAuthority(id: $id) { name } }', variables: { id: claims.la } };
  const { data } = await o.contracts.execute(request, { kind: 'viewer', viewer }, 2_000);
  const found = data?.['localAuthority'] as { name: string } | null | undefined;
  return found?.name ?? null;
}
