// One server with one schema over the three databases, without federation, without row-level security, without tokens and
// limits: what the platform would be if it asked nothing of its parts. Apollo Server on Fastify, batched loaders.
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { systemClock } from '@mainstay/primitives';
import Fastify from 'fastify';
import { resolvers, type Context } from './monolith/resolvers.ts';
import { loadersOf, openPools } from './monolith/rows.ts';
import { setting, tellReady } from './tell-ready.ts';

const pools = openPools((name) => setting(`${name.toUpperCase()}_DATABASE_URL`));
const fastify = Fastify({ logger: false });
const server = new ApolloServer<Context>({
  typeDefs: readFileSync(new URL('../../../gateway/api.graphql', import.meta.url), 'utf8'),
  resolvers,
  stopOnTerminationSignals: false,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    fastifyApolloDrainPlugin(fastify),
  ],
});
await server.start();
const context = async (): Promise<Context> => {
  const today = systemClock.today();
  return { today, loaders: loadersOf(pools, today) };
};
fastify.route({ url: '/graphql', method: 'POST', handler: fastifyApolloHandler(server, { context }) });
tellReady({ url: await fastify.listen({ host: '127.0.0.1', port: 0 }) }, async () => {
  await server.stop();
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
});
