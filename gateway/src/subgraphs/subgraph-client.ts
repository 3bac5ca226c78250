import type { Caller, InternalClient } from '@mainstay/subgraph-kit';
import type { GraphQLFormattedError } from 'graphql';

/** One operation for a subgraph, as the query plan has it. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A subgraph's answer. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  /** `touched`: what the operation did to records, for the audit. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * How the gateway reaches a subgraph, in this process or over the network. Every call carries the caller, signed for
 * this subgraph and this body.
 */
export interface SubgraphClient {
  readonly name: string;
  /** Throws SubgraphUnavailableError when no answer came within `limitMs` milliseconds. */
  execute(request: SubgraphRequest, caller: Caller, limitMs: number): Promise<SubgraphResponse>;
  /** The internal routes, outside GraphQL. */
  readonly internal: InternalClient;
  /** Whether it would answer now. */
  isReady(): Promise<boolean>;
  /** Lets go of connections. The subgraph itself goes on. */
  close(): Promise<void>;
}

/** A subgraph did not answer: it is down, too slow, or it failed before it could answer. */
export class SubgraphUnavailableError extends Error {
  override readonly name = 'SubgraphUnavailableError';
  /** The subgraph's name. */
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`The subgraph ${part} did not answer.`, options);
    this.part = part;
  }
}
