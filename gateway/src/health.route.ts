import type { FastifyInstance } from 'fastify';
import type { Audit } from './audit/audit.ts';
import type { SubgraphClient } from './subgraphs/subgraph-client.ts';

export interface HealthRouteOptions {
  readonly subgraphs: readonly SubgraphClient[];
  readonly audit: Audit;
  /** True from the moment the gateway was asked to stop. */
  readonly isClosing: () => boolean;
}

/** What a load balancer's keeper is told when the audit is among what is missing. */
const auditReason =
  'The audit cannot be written, so nothing is answered. Look after the gateway’s database: it must run, have room, and let the platform add rows.';

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: so do all subgraphs, and the audit can be written; names
 * what is missing.
 */
export async function healthRoute(app: FastifyInstance, o: HealthRouteOptions): Promise<void> {
  app.get('/health/live', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/health/ready', async (_request, reply) => {
    const parts = [...o.subgraphs, { name: 'audit', isReady: async () => o.audit.isReady() }];
    const ready = await Promise.all(parts.map(async (part) => part.isReady()));
    const missing = parts.filter((_part, index) => !ready[index]).map(({ name }) => name);
    const isReady = missing.length === 0 && !o.isClosing();
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store');
    const why = [auditReason, o.audit.reason].filter((part) => part !== null).join(' ');
    const reason = missing.includes('audit') ? { reason: why } : {};
    return { status: isReady ? 'ok' : o.isClosing() ? 'closing' : 'unavailable', missing, ...reason };
  });
}
