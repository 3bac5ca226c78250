import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { TouchedSum } from '../audit/touched-sum.ts';
import type { Clock } from '@mainstay/primitives';
import type { Logger } from '@mainstay/subgraph-kit';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { SubgraphDataSource, type GraphContext } from '../subgraphs/subgraph-data-source.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { Limits } from './limits.ts';
import { maskError, newReference } from './mask-errors.ts';
import { placeholderOperations } from './plan-warm-up.ts';
import { readSupergraph } from './supergraph.ts';
import { tellValueCompletion } from './value-completion.ts';

/** One operation with the values of its variables. */
export interface GraphOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** The graph of all subgraphs: plans an operation, asks the subgraphs, joins their answers. */
export interface GraphServer {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Answers an operation. `data` is missing when it could not begin: it does not parse, or does not fit the schema. */
  execute(operation: GraphOperation, context: GraphContext): Promise<FormattedExecutionResult>;
  /** Parses, checks and plans documents before anybody asks; no subgraph is called. Answers how many did not fit. */
  warm(queries: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

export interface GraphServerOptions {
  readonly subgraphs: readonly SubgraphClient[];
  readonly limits: Limits;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly isProduction: boolean;
  /** The composed schema; the one of this repository unless a test gives its own. */
  readonly supergraph?: string;
}

/** Starts the graph. Throws when the supergraph names a subgraph that was not given. */
export async function startGraphServer(o: GraphServerOptions): Promise<GraphServer> {
  const loaded: { schema?: GraphQLSchema } = {};
  const gateway = new ApolloGateway({
    supergraphSdl: o.supergraph ?? readSupergraph(),
    buildService: ({ name }) => dataSourceFor(name, o),
    logger: quiet,
    __exposeQueryPlanExperimental: false,
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => (loaded.schema = apiSchema));
  const server = new ApolloServer<GraphContext>({
    gateway,
    introspection: !o.isProduction,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: o.limits.tokens },
    logger: quiet,
    plugins: quietPlugins,
    formatError: (formatted, error) => {
      const reference = newReference();
      return maskError(formatted, reference, () => o.logger.error('operation failed', { reference, error }));
    },
  });
  await server.start();
  if (!loaded.schema) throw new Error('The gateway loaded no schema.');
  return graphServer(server, loaded.schema, o);
}

function graphServer(server: ApolloServer<GraphContext>, schema: GraphQLSchema, o: GraphServerOptions): GraphServer {
  const run = async ({ query, variables, operationName }: GraphOperation, context: GraphContext) => {
    const request = { query, variables: { ...variables }, ...(operationName === undefined ? {} : { operationName }) };
    const { body } = await server.executeOperation(request, { contextValue: context });
    if (body.kind !== 'single') throw new Error('The answer came in parts, which nothing here asks for.');
    return body.singleResult;
  };
  return {
    schema,
    execute: async (operation, context) => {
      const result = await run(operation, context);
      return tellValueCompletion(oneErrorForEachPart(result), o.logger);
    },
    warm: async (queries) => {
      let unfit = 0;
      for (const query of queries) {
        // Nobody asks: plans are made, subgraphs are not called, and the empty answer is of no interest.
        const nobody = {
          caller: null,
          requestId: 'warm-up',
          deadline: 0,
          missingParts: new Set<string>(),
          touched: new TouchedSum(),
        };
        const operations = placeholderOperations(query, schema);
        const results = await Promise.all(operations.map(async (operation) => run(operation, nobody)));
        if (operations.length === 0 || results.some(({ data }) => data === undefined)) unfit += 1;
      }
      return unfit;
    },
    stop: async () => server.stop(),
  };
}

function dataSourceFor(name: string, o: GraphServerOptions): SubgraphDataSource {
  const client = o.subgraphs.find((subgraph) => subgraph.name === name);
  if (!client) throw new Error(`The supergraph needs the subgraph ${name}, and nobody said where it is.`);
  return new SubgraphDataSource({
    client,
    clock: o.clock,
    limitMs: o.limits.subgraphMs,
    onFault: (error, { requestId }) => o.logger.error('subgraph unavailable', { requestId, subgraph: name, error }),
  });
}

/** A part that does not answer is told once, however many fetches of the plan needed it. */
function oneErrorForEachPart(result: FormattedExecutionResult): FormattedExecutionResult {
  if (!result.errors) return result;
  const told = new Set<unknown>();
  const errors = result.errors.filter(({ extensions }) => {
    const part = extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE' ? extensions['part'] : undefined;
    if (part === undefined) return true;
    return !told.has(part) && Boolean(told.add(part));
  });
  return { ...result, errors };
}

const quietPlugins: ApolloServerPlugin<GraphContext>[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** What the libraries log may hold what a client sent; what went wrong is logged where it is masked. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
