import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';

/**
 * Refuses bodies that do not arrive within `limitMs`, so that nobody holds a connection by sending a byte now and then.
 * Files come over slow lines and have the time limit of the server.
 */
export function refuseSlowBodies(app: FastifyInstance, limitMs: number): void {
  app.addHook('onRequest', async (request, reply) => {
    const { raw, headers, routeOptions } = request;
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || raw.complete || routeOptions.url === '/uploads') return;
    const timer = setTimeout(() => refuse(request, reply), limitMs).unref();
    const arrived = (): void => clearTimeout(timer);
    raw.once('end', arrived);
    raw.once('close', arrived);
  });
}

function refuse({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete || reply.sent) return;
  const refusal = new HttpError(408, 'BODY_TOO_SLOW', 'The body took too long to arrive. Send it again.');
  reply.raw.once('finish', () => raw.socket.destroy());
  void reply
    .code(refusal.status)
    .header('connection', 'close')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(refusal.body));
}
