import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { BadInputError, ForbiddenError } from '../errors.ts';
import { verifyCaller, type Caller } from '../viewer-token.ts';
import type { Viewer } from '../viewer.ts';
import { ApolloEndpoint } from './apollo-endpoint.ts';
import { Executor } from './executor.ts';
import { createHttpServer } from './http-server.ts';
import { InternalRoutes } from './internal-routes.ts';
import { buildSchema } from './schema.ts';
import type { GraphRequest, Subgraph, SubgraphOptions } from './subgraph.ts';

/**
 * Makes a subgraph of its modules. The same compiled operations answer in this process (`execute`) and over HTTP
 * (`listen`), for the same caller token.
 *
 * @throws Error when the schema of the modules does not hold together.
 */
export function createSubgraph<Context>(options: SubgraphOptions<Context>): Subgraph {
  const { name, secret, clock, database } = options;
  const { schema, sdl } = buildSchema(options);
  const executor = new Executor(schema, options);
  const internal = new InternalRoutes(options);
  const serving: { server: FastifyInstance; apollo: ApolloEndpoint }[] = [];

  const isReady = () =>
    database
      .service((db) => db.query('SELECT 1'))
      .then(
        () => true,
        () => false,
      );

  const listen = async (address: { host: string; port: number }): Promise<string> => {
    const apollo = new ApolloEndpoint(schema, (request, viewer) => executor.execute(request, viewer));
    await apollo.start();
    const answer = (body: unknown, caller: Caller) => apollo.answer(requestOf(body), viewerOf(caller));
    const server = createHttpServer({ ...options, answer, callInternal: internal.call.bind(internal), isReady });
    serving.push({ server, apollo });
    return server.listen(address);
  };

  const close = async (): Promise<void> => {
    for (const { server, apollo } of serving.splice(0)) {
      await server.close();
      await apollo.stop();
    }
    await options.onClose?.();
  };

  return {
    name,
    sdl,
    execute: async (request, token): Promise<ExecutionResult> => {
      const caller = verifyCaller(token, { subgraph: name, secret, body: JSON.stringify(request), now: clock.now() });
      return executor.execute(requestOf(request), viewerOf(caller));
    },
    callInternal: (route, call) => internal.call(route, call),
    isReady,
    listen,
    close,
  };
}

function viewerOf(caller: Caller): Viewer {
  if (caller.kind === 'viewer') return caller.viewer;
  throw new ForbiddenError('A service of the platform calls internal routes, not the graph.');
}

function requestOf(body: unknown): GraphRequest {
  const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
  const hasVariables = variables !== undefined && variables !== null;
  if (typeof query !== 'string' || (hasVariables && (typeof variables !== 'object' || Array.isArray(variables)))) {
    throw new BadInputError('A GraphQL request has a `query` and may have `variables` and an `operationName`.');
  }
  return {
    query,
    ...(hasVariables ? { variables: variables as object } : {}),
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}
