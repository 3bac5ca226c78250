// @apollo/gateway as its documentation starts it: standalone server, RemoteGraphQLDataSource. It checks no token and has
// no limits; what the subgraphs demand, a signed caller, is added in the fetch.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { CALLER_HEADER, signCaller } from '@mainstay/subgraph-kit';
import { benchCaller, LA_HEADER } from './bench-viewer.ts';
import { setting, tellReady } from './tell-ready.ts';

interface BenchContext {
  la: string;
}
type Fetcher = RemoteGraphQLDataSource['fetcher'];

const secret = setting('MAINSTAY_SECRET');
// What RemoteGraphQLDataSource uses when it is given nothing.
const requireFromGateway = createRequire(createRequire(import.meta.url).resolve('@apollo/gateway'));
const makeFetchHappen = requireFromGateway('make-fetch-happen') as { defaults(options: object): Fetcher };
const defaultFetcher = makeFetchHappen.defaults({ maxSockets: Infinity, retry: false });

const gateway = new ApolloGateway({
  supergraphSdl: setting('SUPERGRAPH'),
  buildService: ({ name, url }) =>
    new RemoteGraphQLDataSource<BenchContext>({
      ...(url === undefined ? {} : { url }),
      willSendRequest: ({ request, context }) => {
        request.http?.headers.set(LA_HEADER, context.la);
      },
      fetcher: (target, init) => {
        const headers = init?.headers as Record<string, string>;
        const caller = benchCaller(headers[LA_HEADER] ?? '', randomUUID());
        const body = String(init?.body);
        headers[CALLER_HEADER] = signCaller(caller, { subgraph: name, secret, body, now: new Date() });
        return defaultFetcher(target, init);
      },
    }),
});
const server = new ApolloServer<BenchContext>({ gateway, stopOnTerminationSignals: false });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => ({ la: String(req.headers[LA_HEADER]) }),
});
tellReady({ url: new URL(url).origin }, () => server.stop());
