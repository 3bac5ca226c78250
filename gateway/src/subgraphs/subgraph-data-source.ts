import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Clock } from '@mainstay/primitives';
import type { Caller } from '@mainstay/subgraph-kit';
import { GraphQLError } from 'graphql';
import { touchedOf, type TouchedSum } from '../audit/touched-sum.ts';
import { distinctRepresentations } from './distinct-representations.ts';
import { SubgraphUnavailableError, type SubgraphClient, type SubgraphResponse } from './subgraph-client.ts';

/** What one operation brings along through the query plan. */
export interface GraphContext {
  /** Who asks; null while plans are warmed: then no subgraph is called. */
  readonly caller: Caller | null;
  readonly requestId: string;
  /** Milliseconds since 1970 by which all calls must have ended. */
  readonly deadline: number;
  /** Subgraphs that did not answer this operation. */
  readonly missingParts: Set<string>;
  /** What the calls of this operation touched. */
  readonly touched: TouchedSum;
}

type Response = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Carries the fetches of query plans to one subgraph. */
export class SubgraphDataSource implements GraphQLDataSource<GraphContext> {
  readonly #client: SubgraphClient;
  readonly #clock: Clock;
  readonly #limitMs: number;
  readonly #onFault: (error: unknown, context: GraphContext) => void;

  constructor(o: {
    client: SubgraphClient;
    clock: Clock;
    limitMs: number;
    onFault: (error: unknown, context: GraphContext) => void;
  }) {
    this.#client = o.client;
    this.#clock = o.clock;
    this.#limitMs = o.limitMs;
    this.#onFault = o.onFault;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<GraphContext>): Promise<Response> {
    const { caller, deadline, missingParts, touched } = context as GraphContext;
    if (!caller) return { data: {} };
    // A subgraph that failed one fetch of this operation is not waited for again.
    if (missingParts.has(this.#client.name)) throw this.#unavailable();
    const limitMs = Math.min(this.#limitMs, deadline - this.#clock.now().getTime());
    try {
      const { query = '', operationName } = request;
      const distinct = distinctRepresentations(request.variables);
      const variables = distinct?.variables ?? request.variables;
      const sent = { query, ...(variables ? { variables } : {}), ...(operationName ? { operationName } : {}) };
      const response = this.#audited(await this.#client.execute(sent, caller, limitMs), touched);
      return (distinct ? distinct.expand(response) : response) as Response;
    } catch (error) {
      if (!(error instanceof SubgraphUnavailableError)) throw error;
      missingParts.add(this.#client.name);
      this.#onFault(error, context as GraphContext);
      throw this.#unavailable();
    }
  }

  /** The answer without what it says for the audit, which is taken down. Throws when data comes without it. */
  #audited({ extensions, ...response }: SubgraphResponse, sum: TouchedSum): SubgraphResponse {
    const touched = touchedOf(extensions);
    if (touched) sum.add(touched);
    else if (response.data !== undefined) {
      throw new Error(`The subgraph ${this.#client.name} does not say which records its answer is from.`);
    }
    return response;
  }

  #unavailable(): GraphQLError {
    const part = this.#client.name;
    return new GraphQLError(`The part “${part}” does not answer: what it holds is missing. Try again in a minute.`, {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', part },
    });
  }
}
