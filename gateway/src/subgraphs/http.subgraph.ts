import type { Clock } from '@mainstay/primitives';
import { CALLER_HEADER, internalClient, signCaller, type Caller } from '@mainstay/subgraph-kit';
import { Pool } from 'undici';
import {
  SubgraphUnavailableError,
  type SubgraphClient,
  type SubgraphRequest,
  type SubgraphResponse,
} from './subgraph-client.ts';

/** A subgraph of another process. */
export interface SubgraphAddress {
  readonly name: string;
  /** Where it listens, e.g. `http://127.0.0.1:4001`. */
  readonly url: string;
}

const readinessLimitMs = 2_000;

/** Reaches a subgraph over HTTP: connections are kept, nothing of the client's own headers goes along. */
export function httpSubgraph({ name, url }: SubgraphAddress, o: { secret: string; clock: Clock }): SubgraphClient {
  const pool = new Pool(url, { connections: 64, keepAliveTimeout: 60_000, pipelining: 1 });

  return {
    name,
    internal: internalClient({ url, name, secret: o.secret, clock: o.clock }),
    async execute(request: SubgraphRequest, caller: Caller, limitMs: number) {
      const body = JSON.stringify(request);
      const token = signCaller(caller, { subgraph: name, secret: o.secret, body, now: o.clock.now() });
      try {
        return await post(pool, { body, token, limitMs });
      } catch (error) {
        throw new SubgraphUnavailableError(name, { cause: error });
      }
    },
    async isReady() {
      const signal = AbortSignal.timeout(readinessLimitMs);
      try {
        const { statusCode, body } = await pool.request({ method: 'GET', path: '/health/ready', signal });
        await body.dump();
        return statusCode === 200;
      } catch {
        return false;
      }
    },
    close: async () => pool.destroy(),
  };
}

/** The subgraph answered with something that is no answer. */
class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';
}

async function post(
  pool: Pool,
  { body, token, limitMs }: { body: string; token: string; limitMs: number },
): Promise<SubgraphResponse> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), Math.max(0, limitMs));
  try {
    const response = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json', [CALLER_HEADER]: token },
      body,
      signal: abort.signal,
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new UnexpectedAnswerError(`status ${response.statusCode}`);
    }
    return (await response.body.json()) as SubgraphResponse;
  } finally {
    clearTimeout(timer);
  }
}
