import { join } from 'node:path';
import { createGateway, openGatewayDatabase } from '@mainstay/gateway';
import { openSubgraphs } from '@mainstay/platform';
import { systemClock } from '@mainstay/primitives';
import { createLogger, type SubgraphName } from '@mainstay/subgraph-kit';
import { setting } from './tell-ready.ts';

/** A running gateway. */
export interface Mainstay {
  readonly url: string;
  stop(): Promise<void>;
}

const secret = setting('MAINSTAY_SECRET');
const names: readonly SubgraphName[] = ['children', 'workforce', 'contracts'];

/** Starts our gateway as the platform does, but for its port. */
export async function startMainstay(isApart: boolean): Promise<Mainstay> {
  const logger = createLogger({ service: 'gateway', now: () => systemClock.now() });
  const opened = isApart ? null : await openSubgraphs({ urlOf, secret, clock: systemClock, logger });
  const database = await openGatewayDatabase({
    url: setting('GATEWAY_DATABASE_URL'),
    secret,
    clock: systemClock,
    logger,
  });
  const gateway = await createGateway({
    port: 0,
    // Only the identity differs from production: demonstration accounts, whose tokens are checked like any other's.
    isProduction: false,
    secret,
    clock: systemClock,
    logger,
    database,
    // A client under measurement asks for more in a minute than any client is meant to.
    limits: { costPerMinute: Number.MAX_SAFE_INTEGER },
    subgraphs: opened
      ? Object.values(opened.subgraphs)
      : names.map((name) => ({ name, url: setting(`${name.toUpperCase()}_URL`) })),
    modulesDir: join(setting('DATA_DIR'), 'modules'),
    shellDir: join(setting('DATA_DIR'), 'shell'),
    identity: { demonstration: { la: setting('LA'), practice: setting('PRACTICE') } },
  });
  const url = new URL(await gateway.listen());
  url.hostname = '127.0.0.1';
  return {
    url: url.origin,
    stop: async () => {
      await gateway.close();
      await opened?.stop();
      await database.close();
    },
  };
}

function urlOf(name: SubgraphName): string {
  return setting(`${name.toUpperCase()}_DATABASE_URL`);
}
