import type { ExecutionResult } from 'graphql';
import type { EntitySchema } from 'typeorm';
import type { Clock } from '@mainstay/primitives';
import type { Database, Db } from '../database/database.ts';
import type { Logger } from '../logger.ts';
import type { TouchLog } from '../touched.ts';
import type { Caller } from '../viewer-token.ts';
import type { Viewer } from '../viewer.ts';

/** One concept of a subgraph: its piece of the schema, its resolvers, its tables. */
// The type parameter ties a module to its subgraph's context, so that modules of two subgraphs cannot be mixed.
export interface SubgraphModule<Context> {
  readonly name: string;
  /** GraphQL SDL, as `sdlOf(import.meta.url, '<concept>.graphql')` reads it. */
  readonly sdl: string;
  /** Resolvers by type and field. Only a field with a resolver may answer a promise. */
  readonly resolvers: Record<string, unknown>;
  readonly entities: readonly EntitySchema[];
  /** Never set: keeps `Context` in the type. */
  readonly context?: (context: Context) => void;
}

/** A call of one service of the platform to another, outside GraphQL. The answer must survive JSON. */
export type Internal = (input: {
  readonly caller: Caller;
  readonly params: Record<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
}) => Promise<unknown>;

/** The body of a GraphQL request. */
export interface GraphRequest {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

/** What an internal call carries. */
export interface InternalCall {
  readonly token: string | undefined;
  readonly params?: Record<string, string>;
  readonly body?: AsyncIterable<Uint8Array>;
}

/** A subgraph, ready to answer in this process and over HTTP alike. */
export interface Subgraph {
  readonly name: string;
  /** The schema as composition wants it. */
  readonly sdl: string;
  /**
   * Answers one GraphQL operation. The token's body is `JSON.stringify(request)`. The answer's extension `touched` says
   * which records the operation touched (`Touched`); an operation that could not begin has none.
   */
  execute(request: GraphRequest, token: string | undefined): Promise<ExecutionResult>;
  /** Answers an internal call. The token's body is `internalSubject(route, params)`. */
  callInternal(route: string, call: InternalCall): Promise<unknown>;
  /** True when the subgraph can answer now: its database does. */
  isReady(): Promise<boolean>;
  /** Serves `POST /graphql`, `POST /internal/<route>` and `GET /health/live|ready`; answers the address. */
  listen(address: { host: string; port: number }): Promise<string>;
  /** Stops taking requests, finishes those under way, then `onClose`. The database stays open: its opener closes it. */
  close(): Promise<void>;
}

/** What `createSubgraph` is made of. */
export interface SubgraphOptions<Context> {
  readonly name: string;
  readonly modules: readonly SubgraphModule<Context>[];
  /** Parts of the schema that several subgraphs share, beyond `base.graphql`. */
  readonly sharedSdl?: readonly SharedSdl[];
  readonly database: Database;
  /**
   * Makes the context of one request, with its loaders. `db` is the request's own transaction; `touched` takes down which
   * records it touches, for the audit.
   */
  readonly createContext: (input: {
    viewer: Viewer;
    db: Db;
    database: Database;
    clock: Clock;
    touched: TouchLog;
  }) => Context;
  readonly clock: Clock;
  readonly secret: string;
  readonly internal?: Record<string, Internal>;
  readonly onClose?: () => Promise<void>;
  readonly logger?: Logger;
}

/** The shared parts of the schema that a subgraph can ask for. */
export type SharedSdl = 'measure' | 'record';
