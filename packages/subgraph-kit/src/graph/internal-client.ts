import type { Clock } from '@mainstay/primitives';
import type { Caller } from '../viewer-token.ts';
import type { Subgraph } from './subgraph.ts';

/** Calls another service's internal routes, in this process or over HTTP. */
export interface InternalClient {
  /**
   * Calls `route` as `caller` and answers what it answers.
   *
   * @throws the route's own refusal; UnavailableError when the service does not answer.
   */
  call<Answer = unknown>(
    route: string,
    call: { caller: Caller; params?: Record<string, string>; body?: AsyncIterable<Uint8Array>; timeoutMs?: number },
  ): Promise<Answer>;
}

/** A client of the subgraph called `name`, reached as an object (one process) or at `url` (many). */
export function internalClient(
  _target: ({ readonly subgraph: Subgraph } | { readonly url: string }) & {
    readonly name: string;
    readonly secret: string;
    readonly clock: Clock;
  },
): InternalClient {
  throw new Error('not built yet');
}
