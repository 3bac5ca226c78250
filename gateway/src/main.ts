import { systemClock } from '@mainstay/primitives';
import { createLogger } from '@mainstay/subgraph-kit';
import { readEnvironment } from './environment.ts';
import { createGateway } from './gateway.ts';

const logger = createLogger({ service: 'gateway', now: () => systemClock.now() });
const gateway = await createGateway({ ...readEnvironment(), clock: systemClock, logger });
logger.info('listening', { port: Number(new URL(await gateway.listen()).port) });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('could not close', { error });
        process.exit(1);
      },
    );
  });
}
