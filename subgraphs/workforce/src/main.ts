import { systemClock } from '@mainstay/primitives';
import { createLogger, internalClient } from '@mainstay/subgraph-kit';
import { readEnvironment } from './environment.ts';
import { caseCountsOf, createWorkforceSubgraph, openWorkforceDatabase, uploadsOf } from './index.ts';

/** Runs this subgraph alone: prints its address as one line of JSON, stops on SIGINT and SIGTERM. */
const { databaseUrl, childrenUrl, secret, mail, host, port } = readEnvironment();
const logger = createLogger({ service: 'workforce', now: () => systemClock.now() });
const database = await openWorkforceDatabase({ url: databaseUrl, secret, clock: systemClock, logger });
const children = internalClient({ url: childrenUrl, name: 'children', secret, clock: systemClock });
const findCaseCounts = caseCountsOf(() => children);
const fetchUpload = uploadsOf(() => children);
const subgraph = createWorkforceSubgraph({
  database,
  clock: systemClock,
  secret,
  mail,
  logger,
  findCaseCounts,
  fetchUpload,
});
const url = await subgraph.listen({ host, port });
process.stdout.write(`${JSON.stringify({ subgraph: subgraph.name, url })}\n`);

async function stop(): Promise<void> {
  await subgraph.close();
  await database.close();
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
