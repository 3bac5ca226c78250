/**
 * A platform process that owns an embedded server, for tests that kill it: starts on the folder named on the command
 * line, tells the URL of a database or why it cannot start, and waits.
 */
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { silentLogger } from '../../logger.ts';

const [dataDir = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir, logger: silentLogger });
  process.stdout.write(`${JSON.stringify({ url: server.urlOf('children') })}\n`);
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refusal: (error as Error).message })}\n`);
  process.exitCode = 1;
}
