// Our gateway: over the addresses of running subgraphs (MODE apart), with the subgraphs in the same process (MODE one), or
// with these past row-level security (MODE unguarded).
import { join } from 'node:path';
import { createGateway, type GatewayOptions } from '@mainstay/gateway';
import { systemClock } from '@mainstay/primitives';
import { createLogger, type SubgraphName } from '@mainstay/subgraph-kit';
import { guardedSubgraphs, unguardedSubgraphs, type LocalSubgraphs } from './subgraphs-of.ts';
import { setting, tellReady } from './tell-ready.ts';

const secret = setting('MAINSTAY_SECRET');
const logger = createLogger({ service: 'gateway', now: () => systemClock.now() });
const names: readonly SubgraphName[] = ['children', 'workforce', 'contracts'];

const opened = await openHere(setting('MODE'));
const subgraphs: GatewayOptions['subgraphs'] = opened
  ? Object.values(opened.subgraphs)
  : names.map((name) => ({ name, url: setting(`${name.toUpperCase()}_URL`) }));
const gateway = await createGateway({
  port: 0,
  // Only the identity differs from production: demonstration accounts, whose tokens are checked like any other's.
  isProduction: false,
  secret,
  clock: systemClock,
  logger,
  subgraphs,
  modulesDir: join(setting('DATA_DIR'), 'modules'),
  shellDir: join(setting('DATA_DIR'), 'shell'),
  identity: { demonstration: { la: setting('LA'), practice: setting('PRACTICE') } },
});
const url = new URL(await gateway.listen());
url.hostname = '127.0.0.1';
tellReady({ url: url.origin }, async () => {
  await gateway.close();
  await opened?.stop();
});

async function openHere(mode: string): Promise<LocalSubgraphs | null> {
  if (mode === 'one') return guardedSubgraphs(secret, logger);
  return mode === 'unguarded' ? unguardedSubgraphs(secret, logger) : null;
}
