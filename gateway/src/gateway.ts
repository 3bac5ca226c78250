import cookie from '@fastify/cookie';
import { createLogger, type Logger } from '@mainstay/subgraph-kit';
import fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { refusals } from './answer-refusals.ts';
import { silenceTelemetry } from './environment.ts';
import type { Gateway, GatewayOptions } from './gateway-options.ts';
import { DocumentReader } from './graph/document-reader.ts';
import { startGraphServer, type GraphServer } from './graph/graph-server.ts';
import { graphRoute } from './graph/graphql.route.ts';
import { defaultLimits, type Limits } from './graph/limits.ts';
import { RegisteredOperations } from './graph/registered-operations.ts';
import { healthRoute } from './health.route.ts';
import { Authenticator } from './identity/authenticate.ts';
import { CookieJar } from './identity/cookie-jar.ts';
import { checkExists } from './identity/demonstration-existence.ts';
import { demonstrationRoutes } from './identity/demonstration.routes.ts';
import { identityProvider, type Addresses, type IdentityProvider } from './identity/identity.ts';
import { SessionCookies } from './identity/session-cookie.ts';
import { sessionRoute } from './identity/session.route.ts';
import { SignInState } from './identity/sign-in-state.ts';
import { signInRoutes } from './identity/sign-in.routes.ts';
import { Viewers } from './identity/viewer.ts';
import { modulesRoutes } from './module-registry/modules.routes.ts';
import { PublishedModules } from './module-registry/published-modules.ts';
import { pagesRoutes } from './pages/pages.routes.ts';
import { securityHeaders } from './pages/security-headers.ts';
import { httpSubgraph } from './subgraphs/http.subgraph.ts';
import { inProcessSubgraph } from './subgraphs/in-process.subgraph.ts';
import type { SubgraphClient } from './subgraphs/subgraph-client.ts';
import { uploadRoute } from './uploads/upload.route.ts';

/** Longest a request under way may hold up the closing. */
const drainMs = 10_000;

/** Everything the routes are made of. */
interface Parts {
  readonly options: GatewayOptions;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly subgraphs: readonly SubgraphClient[];
  readonly contracts: SubgraphClient;
  readonly children: SubgraphClient;
  readonly graph: GraphServer;
  readonly identity: IdentityProvider;
  readonly modules: PublishedModules;
  readonly operations: RegisteredOperations;
  readonly viewers: Viewers;
  readonly addresses: () => Addresses;
  readonly state: { isClosing: boolean };
}

/**
 * Makes the platform's only door: the graph, sign-in, uploads, the shell and its modules.
 * Throws when something it was given cannot work: a subgraph missing, the demonstration in production.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  silenceTelemetry();
  const found: { addresses?: Addresses } = options.publicUrl
    ? { addresses: { publicUrl: options.publicUrl, loopbackUrl: options.publicUrl } }
    : {};
  const parts = await makeParts(options, () => {
    if (!found.addresses) throw new Error('The gateway does not listen yet.');
    return found.addresses;
  });
  const app = await makeApp(parts);
  return {
    async listen() {
      const listening = new URL(await app.listen({ host: options.host ?? '127.0.0.1', port: options.port }));
      const publicUrl = options.publicUrl ?? `http://localhost:${listening.port}`;
      found.addresses = { publicUrl, loopbackUrl: loopbackOf(listening) };
      const unfit = await parts.graph.warm(await parts.operations.all());
      if (unfit > 0) parts.logger.error('registered operations do not fit the schema', { count: unfit });
      return publicUrl;
    },
    async close() {
      parts.state.isClosing = true;
      const late = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(late);
      await parts.graph.stop();
      await Promise.all(parts.subgraphs.map(async (subgraph) => subgraph.close()));
    },
  };
}

async function makeParts(options: GatewayOptions, addresses: () => Addresses): Promise<Parts> {
  const { clock, secret, isProduction } = options;
  const logger = options.logger ?? createLogger({ service: 'gateway', now: () => clock.now() });
  const limits = { ...defaultLimits, ...options.limits };
  const identity = await identityProvider(options, addresses);
  const subgraphs = options.subgraphs.map((target) =>
    'url' in target ? httpSubgraph(target, { secret, clock }) : inProcessSubgraph(target, { secret, clock }),
  );
  const onFault = (error: unknown) => logger.error('published files cannot be read', { error });
  const modules = new PublishedModules(options.modulesDir, onFault);
  const supergraph = options.supergraph === undefined ? {} : { supergraph: options.supergraph };
  const graph = await startGraphServer({ subgraphs, limits, clock, logger, isProduction, ...supergraph });
  modules.onChange(({ operations }) => {
    graph
      .warm([...operations.values()])
      .catch((error: unknown) => logger.error('operations could not be planned', { error }));
  });
  const contracts = named(subgraphs, 'contracts');
  return {
    options,
    limits,
    logger,
    subgraphs,
    contracts,
    graph,
    identity,
    modules,
    addresses,
    children: named(subgraphs, 'children'),
    operations: new RegisteredOperations({ modules, shellFile: join(options.shellDir, 'operations.json'), onFault }),
    viewers: new Viewers({ contracts, clock }),
    state: { isClosing: false },
  };
}

async function makeApp(parts: Parts): Promise<FastifyInstance> {
  const { options, limits, subgraphs, contracts, viewers, modules, logger, identity } = parts;
  const { clock, secret } = options;
  const publicUrl = () => parts.addresses().publicUrl;
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    requestTimeout: 0,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
  });
  const headers = securityHeaders(options.publicUrl?.startsWith('https:') ?? false);
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler(refusals(logger));
  await app.register(cookie);

  const cookies = new CookieJar(publicUrl);
  const sessions = new SessionCookies({ secret, clock });
  const authenticator = new Authenticator({ cookies, sessions, tokens: identity.tokens, publicUrl });
  const common = { authenticator, viewers, limits, clock, logger };
  await app.register(graphRoute, {
    ...common,
    graph: parts.graph,
    operations: parts.operations,
    documents: new DocumentReader(limits),
  });
  await app.register(uploadRoute, { ...common, children: parts.children });
  await app.register(sessionRoute, { ...common, contracts, isDemonstration: identity.demonstration !== null });
  await app.register(signInRoutes, {
    client: identity.client,
    cookies,
    sessions,
    state: new SignInState({ secret, clock }),
    publicUrl,
    clock,
    logger,
  });
  if (identity.demonstration) {
    const check = async (claims: Parameters<typeof checkExists>[0], requestId: string) =>
      checkExists(claims, requestId, { contracts, viewers });
    await app.register(demonstrationRoutes, { demonstration: identity.demonstration, headers, checkExists: check });
  }
  await app.register(healthRoute, { subgraphs, isClosing: () => parts.state.isClosing });
  await app.register(modulesRoutes, { modulesDir: options.modulesDir, modules, authenticator });
  await pagesRoutes(app, { shellDir: options.shellDir, authenticator, modules });
  return app;
}

function named(subgraphs: readonly SubgraphClient[], name: string): SubgraphClient {
  const found = subgraphs.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`The gateway needs the subgraph ${name}, and nobody said where it is.`);
  return found;
}

function loopbackOf({ hostname, port }: URL): string {
  const isAny = hostname === '0.0.0.0' || hostname === '[::]';
  return `http://${isAny ? '127.0.0.1' : hostname}:${port}`;
}
