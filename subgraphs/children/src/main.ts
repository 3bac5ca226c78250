import { systemClock } from '@mainstay/primitives';
import { createLogger, internalClient, type FeedEvent } from '@mainstay/subgraph-kit';
import { readEnvironment } from './environment.ts';
import { caseloadSourcesOf, createChildrenSubgraph, openChildrenDatabase } from './index.ts';

/** Runs this subgraph alone: prints its address as one line of JSON, stops on SIGINT and SIGTERM. */
const { databaseUrl, contractsUrl, workforceUrl, secret, host, port } = readEnvironment();
const clock = systemClock;
const logger = createLogger({ service: 'children', now: () => clock.now() });
const database = await openChildrenDatabase({ url: databaseUrl, secret, clock, logger });
const contracts = internalClient({ url: contractsUrl, name: 'contracts', secret, clock });
const workforce = internalClient({ url: workforceUrl, name: 'workforce', secret, clock });
const subgraph = createChildrenSubgraph({
  database,
  clock,
  secret,
  logger,
  caseloadSources: caseloadSourcesOf({ workforce: () => workforce, contracts: () => contracts }),
  contractsFeed: (after) =>
    contracts.call<FeedEvent[]>('allocation-feed', {
      caller: { kind: 'service', name: 'children', requestId: 'allocation-feed' },
      params: { after: String(after) },
    }),
});
const url = await subgraph.listen({ host, port });
process.stdout.write(`${JSON.stringify({ subgraph: subgraph.name, url })}\n`);

async function stop(): Promise<void> {
  await subgraph.close();
  await database.close();
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
