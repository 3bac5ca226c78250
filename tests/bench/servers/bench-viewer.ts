import type { Caller } from '@mainstay/subgraph-kit';

/** Who calls, for servers that know nothing of identity: an analyst of the authority that the request names. */
export function benchCaller(laCode: string, requestId: string): Caller {
  return {
    kind: 'viewer',
    viewer: {
      subject: 'demo:la-manager',
      role: 'la-manager',
      audience: 'la',
      laCodes: [laCode],
      practiceId: null,
      inspection: null,
      namedChildIds: [],
      hiddenChildIds: [],
      breakGlass: null,
      scopes: null,
      requestId,
    },
  };
}

/** The header in which the bench tells such servers the authority. */
export const LA_HEADER = 'x-bench-la';
