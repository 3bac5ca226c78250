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

/** Nobody: enough to ask a subgraph whether it answers, not to see anything. */
const nobody: Caller = {
  kind: 'viewer',
  viewer: {
    subject: 'gateway:readiness',
    role: 'integrator',
    audience: 'la',
    laCodes: [],
    practiceId: null,
    inspection: null,
    requestId: 'readiness',
  },
};

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
    isReady: async () => {
      const answer = await execute({ query: '{ __typename }' }, nobody, readinessLimitMs).catch(() => null);
      return answer !== null && !answer.errors;
    },
    close: async () => {},
  };
}
