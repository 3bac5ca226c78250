// The three subgraphs as they are, in one process on three ports: every gateway under measurement asks these.
import { openSubgraphs } from '@mainstay/platform';
import { systemClock } from '@mainstay/primitives';
import { createLogger, type DatabaseName } from '@mainstay/subgraph-kit';
import { setting, tellReady } from './tell-ready.ts';

const logger = createLogger({ service: 'subgraphs', now: () => systemClock.now() });
const urlOf = (name: DatabaseName): string => setting(`${name.toUpperCase()}_DATABASE_URL`);
const opened = await openSubgraphs({ urlOf, secret: setting('MAINSTAY_SECRET'), clock: systemClock, logger });
const address = { host: '127.0.0.1', port: 0 };
tellReady(
  {
    children: await opened.subgraphs.children.listen(address),
    workforce: await opened.subgraphs.workforce.listen(address),
    contracts: await opened.subgraphs.contracts.listen(address),
  },
  () => opened.stop(),
);
