import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from '@mainstay/primitives';
import { BadInputError, HTTP_STATUS, MainstayError, UnauthenticatedError } from '../errors.ts';
import { silentLogger, type Logger } from '../logger.ts';
import { maskError } from '../mask-errors.ts';
import { CALLER_HEADER, checkCallerToken, SpentTokens, verifyCaller, type Caller } from '../viewer-token.ts';
import type { InternalCall } from './subgraph.ts';

/** What a subgraph's HTTP server serves. */
export interface HttpService {
  readonly name: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** The answer to a GraphQL request's body, as JSON. */
  readonly answer: (body: unknown, caller: Caller) => Promise<string>;
  readonly callInternal: (route: string, call: InternalCall) => Promise<unknown>;
  readonly isReady: () => Promise<boolean>;
}

/** Representations of many entities make long bodies; longer ones than this are a mistake. Internal calls stream. */
const LONGEST_BODY = 8 * 1024 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The HTTP server of a subgraph. Only the platform itself may call it: the caller token is checked before anything of a
 * request is read, on every path but `/health/…`, and once more with the body it was signed for. A token is taken once.
 */
export function createHttpServer(service: HttpService): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: LONGEST_BODY,
    forceCloseConnections: 'idle',
    keepAliveTimeout: 75_000,
    routerOptions: { maxParamLength: 200 },
  });
  server.removeAllContentTypeParsers();
  const spent = new SpentTokens();
  server.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/health/')) return;
    const token = tokenOf(request);
    checkCallerToken(token, binding(service));
    spent.spend(token ?? '', service.clock.now());
  });
  server.setErrorHandler((error, _request, reply) => sendError(service, error, reply));
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'There is nothing here.' } }),
  );
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const isReady = await service.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  void server.register(async (graph) => serveGraph(graph, service));
  void server.register(async (internal) => serveInternal(internal, service));
  return server;
}

function serveGraph(server: FastifyInstance, service: HttpService): void {
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.post('/graphql', async (request, reply) => {
    const text = decoded(request.body);
    const caller = verifyCaller(tokenOf(request), { ...binding(service), body: text });
    // GraphQL says in the body what went wrong: the status says only that the call was let in.
    return reply.type(JSON_TYPE).send(await service.answer(parsed(text), caller));
  });
}

function serveInternal(server: FastifyInstance, service: HttpService): void {
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.post<{ Params: { route: string }; Querystring: Record<string, string> }>(
    '/internal/:route',
    async (request, reply) => {
      const body = request.raw as AsyncIterable<Uint8Array>;
      const call = { token: tokenOf(request), params: { ...request.query }, body };
      const answer = await service.callInternal(request.params.route, call);
      return reply.type(JSON_TYPE).send(JSON.stringify(answer));
    },
  );
}

function sendError(service: HttpService, error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof MainstayError) return reply.code(HTTP_STATUS[error.code]).send(bodyOf(error));
  const { statusCode } = error as { statusCode?: number };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return reply.code(statusCode).send(bodyOf(new BadInputError('The request cannot be read.')));
  }
  const masked = maskError(error, { logger: service.logger ?? silentLogger, fields: { subgraph: service.name } });
  return reply.code(masked instanceof MainstayError ? HTTP_STATUS[masked.code] : 500).send(bodyOf(masked));
}

function bodyOf(error: Error & { code: string }): { error: { code: string; message: string } } {
  return { error: { code: error.code, message: error.message } };
}

function binding({ name, secret, clock }: HttpService): { subgraph: string; secret: string; now: Date } {
  return { subgraph: name, secret, now: clock.now() };
}

function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.headers[CALLER_HEADER];
  if (Array.isArray(token)) throw new UnauthenticatedError('The call carries more than one caller token.');
  return token;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Malformed UTF-8 is refused: replaced, it would change a name without a trace. */
function decoded(body: unknown): string {
  try {
    return decoder.decode(body instanceof Uint8Array ? body : new Uint8Array());
  } catch {
    // The only thing that can go wrong is the encoding.
    throw new BadInputError('The request is not valid UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new BadInputError('The request is not JSON.');
  }
}
