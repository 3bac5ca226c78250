import { demonstrationAccounts } from '@mainstay/gateway';
import { systemClock } from '@mainstay/primitives';
import { createLogger } from '@mainstay/subgraph-kit';
import { EnvironmentError, readEnvironment, type Environment } from './environment.ts';
import { startPlatform, type Platform } from './start-platform.ts';

await main();

/** Starts the platform, prints where it is, and stops it when told to. */
async function main(): Promise<void> {
  const logger = createLogger({ service: 'platform', now: () => systemClock.now() });
  try {
    const environment = readEnvironment();
    const starting = startPlatform({
      environment,
      clock: systemClock,
      logger,
      tell,
    });
    stopWhenTold(starting);
    const { url } = await starting;
    tell(greeting(url, environment));
  } catch (error) {
    if (!(error instanceof EnvironmentError)) logger.error('could not start', { error });
    process.stderr.write(`Mainstay could not start: ${error instanceof Error ? error.message : 'unknown'}\n`);
    process.exit(1);
  }
}

function tell(message: string): void {
  process.stdout.write(`${message}\n`);
}

function stopWhenTold(starting: Promise<Platform>): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const platform = await starting.catch(() => null);
    await platform?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function greeting(url: string, { isProduction, oidc }: Environment): string {
  if (isProduction || oidc) return `\nMainstay answers at ${url}\n`;
  return [
    '',
    `Mainstay answers at ${url}`,
    '',
    'Demonstration accounts (choose one when you sign in; for scripts: npx mainstay token <account>):',
    ...demonstrationAccounts.map(({ account, description }) => `  ${account.padEnd(18)} ${description}`),
    '',
    'Everything shown is synthetic: no child, worker or practice in it exists. Ctrl-C stops.',
    '',
  ].join('\n');
}
