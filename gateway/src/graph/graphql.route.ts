import type { Clock } from '@mainstay/primitives';
import type { Logger } from '@mainstay/subgraph-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, GraphQLError, type FormattedExecutionResult } from 'graphql';
import { createHash } from 'node:crypto';
import { actorOf, noteSender } from '../audit/audit-actor.ts';
import type { Audit } from '../audit/audit.ts';
import { OperationAudit, type AuditedOperation } from '../audit/operation-audit.ts';
import { TouchedSum } from '../audit/touched-sum.ts';
import { HttpError } from '../http-error.ts';
import type { Authenticator, Identity } from '../identity/authenticate.ts';
import type { Viewers } from '../identity/viewer.ts';
import { readJson } from '../read-body.ts';
import type { CostBudget } from './budget.ts';
import { costOf } from './cost.ts';
import type { DocumentReader } from './document-reader.ts';
import type { GraphOperation, GraphServer } from './graph-server.ts';
import { graphRequest, type GraphRequest } from './graph-request.ts';
import type { Limits } from './limits.ts';
import type { GlassNotice } from '../notice/glass-notice.ts';
import type { RegisteredOperations } from './registered-operations.ts';

export interface GraphRouteOptions {
  readonly glassNotice: GlassNotice;
  readonly graph: GraphServer;
  readonly operations: RegisteredOperations;
  readonly documents: DocumentReader;
  readonly authenticator: Authenticator;
  readonly viewers: Viewers;
  readonly audit: Audit;
  readonly budget: CostBudget;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The header that tells what an operation costs: see cost.ts. */
export const costHeader = 'x-mainstay-cost';

/** Refusals of a document that holds no operation to run; the others are of one that is too large. */
const unreadable = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'OPERATION_RESOLUTION_FAILURE']);

const graphType = 'application/graphql-response+json';

/** `POST /graphql`. */
export async function graphRoute(app: FastifyInstance, o: GraphRouteOptions): Promise<void> {
  app.post('/graphql', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const isGraphType = acceptsGraphType(request);
    reply.type(isGraphType ? `${graphType}; charset=utf-8` : 'application/json; charset=utf-8');
    const identity = await o.authenticator.require(request, reply);
    noteSender(request, identity);
    const asked = graphRequest(readJson(request.body as Buffer));
    try {
      const operation = await operationOf(asked, identity, o);
      return reply.send(JSON.stringify(await answer(operation, { identity, request, reply, isGraphType }, o)));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      await o.audit.refused({
        actor: actorOf(request),
        code: String(error.extensions['code']),
        operation: '/graphql',
        requestId: request.id,
        source: request.ip,
      });
      const isNoOperation = unreadable.has(error.extensions['code']);
      reply.code(isGraphType || !isNoOperation ? 400 : 200);
      return reply.send(JSON.stringify({ errors: [error.toJSON()] }));
    }
  });
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: async (_request, reply) => {
      reply.header('allow', 'POST');
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Send operations with POST.');
    },
  });
}

interface Asking {
  readonly identity: Identity;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly isGraphType: boolean;
}

async function answer(
  operation: GraphOperation,
  asking: Asking,
  o: GraphRouteOptions,
): Promise<FormattedExecutionResult> {
  const { identity, request, reply, isGraphType } = asking;
  const described = auditedOperation(operation, o);
  const cost = affordableCost(operation, o);
  reply.header(costHeader, cost);
  o.budget.spend(identity.claims.sub, cost, reply);
  const startedAt = o.clock.now().getTime();
  const viewer = await o.viewers.viewerOf(identity, request);
  noteSender(request, identity, viewer);
  const touched = new TouchedSum();
  const audited = { audit: o.audit, actor: actorOf(request), requestId: request.id };
  const operationAudit = new OperationAudit({ ...audited, operation: described });
  const context = {
    caller: { kind: 'viewer' as const, viewer },
    requestId: request.id,
    deadline: startedAt + o.limits.requestMs,
    missingParts: new Set<string>(),
    touched,
  };
  await operationAudit.begin();
  const result = await o.graph.execute(operation, context).catch(async (error: unknown) => {
    await operationAudit.fail(touched.total);
    throw error;
  });
  try {
    await operationAudit.end(result, touched.total);
  } finally {
    o.glassNotice.tell(touched.total.changes);
    if (described.isMutation) await o.viewers.changed(request.id);
  }
  // The specification of GraphQL over HTTP: a request that could not begin is 400 only where the client knows the type.
  if (result.data === undefined && isGraphType) reply.code(400);
  o.logger.info('operation', {
    requestId: request.id,
    // A name that somebody gave their own query may say anything; those of registered operations are ours.
    operation: identity.by === 'session' ? operation.operationName : undefined,
    documentHash: described.documentHash,
    role: viewer.role,
    code: result.errors?.[0]?.extensions?.['code'] as string | undefined,
    durationMs: o.clock.now().getTime() - startedAt,
  });
  return identity.by === 'bearer' ? { ...result, extensions: { ...result.extensions, cost } } : result;
}

/** The operation asked for. Pages may only ask for registered ones, by hash. */
async function operationOf(asked: GraphRequest, { by }: Identity, o: GraphRouteOptions): Promise<GraphOperation> {
  const { query, hash, variables, operationName } = asked;
  if (by === 'session' && query !== undefined) {
    throw new HttpError(
      400,
      'QUERY_TEXT_REFUSED',
      'Pages ask for registered operations by hash; the text of a query needs an access token.',
    );
  }
  if (hash !== undefined) {
    const registered = await o.operations.find(hash);
    if (registered === undefined) {
      throw new HttpError(
        400,
        'PERSISTED_QUERY_NOT_FOUND',
        'No operation is registered under this hash. Load the page again.',
      );
    }
    return { query: registered, variables, operationName };
  }
  if (query === undefined)
    throw new HttpError(400, 'BAD_REQUEST', 'Send `query`, or the hash of a registered operation.');
  return { query, variables, operationName };
}

/**
 * What the audit says of an operation: its own name for itself, never one that only the request gives. Throws GraphQLError
 * when the document does not say which operation is meant: what is run must be what was counted and written down.
 */
function auditedOperation({ query, operationName }: GraphOperation, o: GraphRouteOptions): AuditedOperation {
  const operation = getOperationAST(o.documents.read(query), operationName);
  // The graph has no subscriptions.
  if (!operation || operation.operation === 'subscription') {
    throw new GraphQLError('The document has no such operation, or several. Name one of them in `operationName`.', {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    });
  }
  return {
    isMutation: operation.operation === 'mutation',
    name: operation.name?.value ?? null,
    documentHash: createHash('sha256').update(query).digest('hex'),
  };
}

/** Throws GraphQLError when the operation is beyond the limits. */
function affordableCost({ query, variables, operationName }: GraphOperation, o: GraphRouteOptions): number {
  const document = o.documents.read(query);
  const cost = costOf({ schema: o.graph.schema, document, operationName, variables });
  if (cost <= o.limits.cost) return cost;
  throw new GraphQLError(
    `The operation could produce ${cost} objects; at most ${o.limits.cost} are allowed. Ask for smaller pages, or in several requests.`,
    {
      extensions: { code: 'COST_LIMIT_EXCEEDED', cost, limit: o.limits.cost },
    },
  );
}

/** Throws HttpError 406 when the client takes neither of the two types that the graph speaks. */
function acceptsGraphType(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '*/*';
  if (accept.includes(graphType)) return true;
  if (/application\/(?:json|\*)|\*\/\*/.test(accept)) return false;
  throw new HttpError(406, 'NOT_ACCEPTABLE', `The graph answers in ${graphType} or application/json.`);
}
