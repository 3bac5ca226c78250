import type { FastifyInstance } from 'fastify';
import type { SubgraphClient } from './subgraphs/subgraph-client.ts';

export interface HealthRouteOptions {
  readonly subgraphs: readonly SubgraphClient[];
  /** True from the moment the gateway was asked to stop. */
  readonly isClosing: () => boolean;
}

/** `GET /health/live`: the process answers. `GET /health/ready`: so do all subgraphs; names those that do not. */
export async function healthRoute(app: FastifyInstance, o: HealthRouteOptions): Promise<void> {
  app.get('/health/live', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  app.get('/health/ready', async (_request, reply) => {
    const ready = await Promise.all(o.subgraphs.map(async (subgraph) => subgraph.isReady()));
    const missing = o.subgraphs.filter((_subgraph, index) => !ready[index]).map(({ name }) => name);
    const isReady = missing.length === 0 && !o.isClosing();
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store');
    return { status: isReady ? 'ok' : o.isClosing() ? 'closing' : 'unavailable', missing };
  });
}
