import cookie from '@fastify/cookie';
import { createLogger, type Logger } from '@mainstay/subgraph-kit';
import fastify, { type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { refusals } from './answer-refusals.ts';
import { answerBadAddress, answerUnreadable } from './answer-unreadable.ts';
import { startAudit, type RunningAudit } from './audit/start-audit.ts';
import { verifyRoute } from './audit/verify.route.ts';
import { silenceTelemetry } from './environment.ts';
import type { Gateway, GatewayOptions } from './gateway-options.ts';
import { CostBudget } from './graph/budget.ts';
import { DocumentReader } from './graph/document-reader.ts';
import { startGraphServer, type GraphServer } from './graph/graph-server.ts';
import { graphRoute } from './graph/graphql.route.ts';
import { defaultLimits, type Limits } from './graph/limits.ts';
import { RegisteredOperations } from './graph/registered-operations.ts';
import { healthRoute } from './health.route.ts';
import { identityProvider, type Addresses, type IdentityProvider } from './identity/identity.ts';
import { makeDoor, type Door } from './identity/door.ts';
import { createOwnGraph } from './own-graph/index.ts';
import { MisuseWatch, usualRestMs } from './misuse/misuse-watch.ts';
import { modulesRoutes } from './module-registry/modules.routes.ts';
import { PublishedModules } from './module-registry/published-modules.ts';
import { GlassNotice } from './notice/glass-notice.ts';
import { pagesRoutes } from './pages/pages.routes.ts';
import { securityHeaders } from './pages/security-headers.ts';
import { refuseSlowBodies } from './slow-bodies.ts';
import { httpSubgraph } from './subgraphs/http.subgraph.ts';
import { inProcessSubgraph } from './subgraphs/in-process.subgraph.ts';
import type { SubgraphClient } from './subgraphs/subgraph-client.ts';
import { surveyRoutes } from './survey/survey.routes.ts';
import { uploadRoute } from './uploads/upload.route.ts';

/** Longest a request under way may hold up the closing. */
const drainMs = 10_000;
/** Longest a request may take to arrive: a large file over a slow line. */
const longestRequestMs = 10 * 60_000;

/** Everything the routes are made of. */
interface Parts {
  readonly options: GatewayOptions;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly subgraphs: readonly SubgraphClient[];
  readonly children: SubgraphClient;
  readonly graph: GraphServer;
  readonly identity: IdentityProvider;
  readonly modules: PublishedModules;
  readonly misuse: MisuseWatch;
  readonly operations: RegisteredOperations;
  readonly door: Door;
  readonly auditing: RunningAudit;
  readonly addresses: () => Addresses;
  readonly state: { isClosing: boolean };
}

/**
 * Makes the platform's only door: the graph, sign-in, uploads, the shell and its modules.
 * Throws when something it was given cannot work: a subgraph missing, the demonstration in production.
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  silenceTelemetry();
  // A public address with port 0 is one that is not known yet.
  const known = options.publicUrl && new URL(options.publicUrl).port !== '0' ? options.publicUrl : undefined;
  const found: { addresses?: Addresses } = known ? { addresses: { publicUrl: known, loopbackUrl: known } } : {};
  const parts = await makeParts(options, () => {
    if (!found.addresses) throw new Error('The gateway does not listen yet.');
    return found.addresses;
  });
  const app = await makeApp(parts);
  return {
    async listen() {
      await warmPlans(parts);
      parts.auditing.sealer.start();
      parts.misuse.start();
      const listening = new URL(await app.listen({ host: options.host ?? '127.0.0.1', port: options.port }));
      const publicUrl = known ?? `http://localhost:${listening.port}`;
      found.addresses = { publicUrl, loopbackUrl: loopbackOf(listening) };
      return publicUrl;
    },
    async close() {
      parts.state.isClosing = true;
      const late = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(late);
      await parts.graph.stop();
      await parts.misuse.stop();
      await parts.auditing.close();
      await Promise.all(parts.subgraphs.map(async (subgraph) => subgraph.close()));
    },
  };
}

/** Plans the registered operations now, and those of modules when they are published. */
async function warmPlans({ graph, operations, modules, logger }: Parts): Promise<void> {
  const warm = async (queries: readonly string[]) => {
    const unfit = await graph.warm(queries);
    if (unfit > 0) logger.error('registered operations do not fit the schema', { count: unfit });
  };
  await warm(await operations.all());
  modules.onChange((publication) => {
    warm([...publication.operations.values()]).catch((error: unknown) => logger.error('plans not made', { error }));
  });
}

async function makeParts(options: GatewayOptions, addresses: () => Addresses): Promise<Parts> {
  const { clock, secret, isProduction } = options;
  const logger = options.logger ?? createLogger({ service: 'gateway', now: () => clock.now() });
  const limits = { ...defaultLimits, ...options.limits };
  const identity = await identityProvider(options, addresses);
  const own = createOwnGraph({ database: options.database, clock, secret, logger });
  const subgraphs = [...options.subgraphs, own].map((target) =>
    'url' in target ? httpSubgraph(target, { secret, clock }) : inProcessSubgraph(target, { secret, clock }),
  );
  const onFault = (error: unknown) => logger.error('published files cannot be read', { error });
  const modules = new PublishedModules(options.modulesDir, onFault);
  const supergraph = options.supergraph === undefined ? {} : { supergraph: options.supergraph };
  const graph = await startGraphServer({ subgraphs, limits, clock, logger, isProduction, ...supergraph });
  const [children, contracts] = [named(subgraphs, 'children'), named(subgraphs, 'contracts')];
  const auditing = startAudit(options, logger);
  const { audit } = auditing;
  const { database } = options;
  const workforce = named(subgraphs, 'workforce');
  const { misuseRestMs: restMs = usualRestMs } = options;
  const misuse = new MisuseWatch({ database, children, workforce, clock, logger, restMs });
  const publicUrl = () => addresses().publicUrl;
  const door = makeDoor({ identity, database, audit, contracts, children, secret, publicUrl, clock, logger });
  return {
    options,
    limits,
    logger,
    subgraphs,
    graph,
    identity,
    modules,
    addresses,
    misuse,
    children,
    operations: new RegisteredOperations({ modules, shellFile: join(options.shellDir, 'operations.json'), onFault }),
    door,
    auditing,
    state: { isClosing: false },
  };
}

async function makeApp(parts: Parts): Promise<FastifyInstance> {
  const { options, limits, logger } = parts;
  const headers = securityHeaders(options.publicUrl?.startsWith('https:') ?? false);
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: limits.bodyBytes,
    requestTimeout: longestRequestMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
    trustProxy: options.trustedProxies ? [...options.trustedProxies] : false,
    clientErrorHandler: answerUnreadable(headers),
    frameworkErrors: answerBadAddress(headers),
  });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers));
  refuseSlowBodies(app, limits.bodyMs);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler(refusals({ logger, audit: parts.auditing.audit }));
  await app.register(cookie);
  await registerRoutes(app, parts, headers);
  return app;
}

async function registerRoutes(
  app: FastifyInstance,
  parts: Parts,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { options, limits, subgraphs, door, auditing, modules, logger } = parts;
  const { clock, shellDir, modulesDir } = options;
  const { authenticator, viewers } = door;
  const { audit, verifier } = auditing;
  const budget = new CostBudget({ pointsPerMinute: limits.costPerMinute });
  const common = { authenticator, viewers, audit, budget, limits, clock, logger };
  const documents = new DocumentReader(limits);
  const glassNotice = new GlassNotice({ webhook: options.breakGlassWebhook ?? null, logger });
  const { graph, operations } = parts;
  await app.register(graphRoute, { ...common, glassNotice, graph, operations, documents });
  await app.register(uploadRoute, { ...common, children: parts.children });
  await app.register(verifyRoute, { ...common, verifier });
  await door.routes(app, headers);
  await app.register(healthRoute, { subgraphs, audit, isClosing: () => parts.state.isClosing });
  await app.register(modulesRoutes, { modulesDir, modules, authenticator });
  const surveyDir = options.surveyDir ?? join(import.meta.dirname, '../../web-survey/dist');
  await surveyRoutes(app, { workforce: named(subgraphs, 'workforce'), surveyDir, clock });
  await pagesRoutes(app, { shellDir, authenticator, modules });
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
