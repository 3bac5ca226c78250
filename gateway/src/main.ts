import { systemClock } from '@mainstay/primitives';
import { createLogger } from '@mainstay/subgraph-kit';
import { readEnvironment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { openGatewayDatabase } from './own-graph/index.ts';

const logger = createLogger({ service: 'gateway', now: () => systemClock.now() });
const { databaseUrl, ...environment } = readEnvironment();
const { secret } = environment;
const database = await openGatewayDatabase({ url: databaseUrl, secret, clock: systemClock, logger });
const gateway = await createGateway({ ...environment, database, clock: systemClock, logger });
logger.info('listening', { port: Number(new URL(await gateway.listen()).port) });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('could not close', { error });
        process.exit(1);
      },
    );
  });
}

async function stop(): Promise<void> {
  await gateway.close();
  await database.close();
}
