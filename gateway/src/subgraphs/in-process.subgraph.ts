import type { Clock } from '@mainstay/primitives';
import { internalClient, signCaller, type Caller, type Subgraph } from '@mainstay/subgraph-kit';
import {
  SubgraphUnavailableError,
  type SubgraphClient,
  type SubgraphRequest,
  type SubgraphResponse,
} from './subgraph-client.ts';
import { within } from './time-limit.ts';

const readinessLimitMs = 2_000;

/** Reaches a subgraph that lives in this process. */
export function inProcessSubgraph(subgraph: Subgraph, o: { secret: string; clock: Clock }): SubgraphClient {
  const { name } = subgraph;
  const execute = async (request: SubgraphRequest, caller: Caller, limitMs: number) => {
    const body = JSON.stringify(request);
    const token = signCaller(caller, { subgraph: name, secret: o.secret, body, now: o.clock.now() });
    try {
      return (await within(limitMs, subgraph.execute(request, token))) as SubgraphResponse;
    } catch (error) {
      throw new SubgraphUnavailableError(name, { cause: error });
    }
  };
  return {
    name,
    execute,
    internal: internalClient({ subgraph, name, secret: o.secret, clock: o.clock }),
    isReady: async () => within(readinessLimitMs, subgraph.isReady()).catch(() => false),
    close: async () => {},
  };
}
