// Hive Gateway with its query planner in Rust, over node:http as its command line starts it. It checks no token; what the
// subgraphs demand, a signed caller, is added in the fetch. Copied next to the peers' node_modules, hence no TypeScript.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { CALLER_HEADER, signCaller } from '@mainstay/subgraph-kit';
import { benchCaller, LA_HEADER } from '../servers/bench-viewer.ts';
import { setting, tellReady } from '../servers/tell-ready.ts';

const secret = setting('MAINSTAY_SECRET');
const subgraphOf = new Map(
  ['children', 'workforce', 'contracts'].map((name) => [`${setting(`${name.toUpperCase()}_URL`)}/graphql`, name]),
);
const signing = {
  onFetch({ url, options, setOptions, context }) {
    const subgraph = subgraphOf.get(url);
    if (!subgraph) return;
    const caller = benchCaller(context.headers[LA_HEADER], randomUUID());
    const token = signCaller(caller, { subgraph, secret, body: options.body, now: new Date() });
    setOptions({ ...options, headers: { ...options.headers, [CALLER_HEADER]: token } });
  },
};
const gateway = createGatewayRuntime({
  supergraph: setting('SUPERGRAPH'),
  unifiedGraphHandler,
  logging: false,
  landingPage: false,
  graphiql: false,
  // Every call carries a token of its own, so none may be answered with another's answer.
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
  plugins: () => [signing],
});
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => {
  tellReady({ url: `http://127.0.0.1:${server.address().port}` }, async () => {
    server.close();
    await gateway[Symbol.asyncDispose]();
  });
});
