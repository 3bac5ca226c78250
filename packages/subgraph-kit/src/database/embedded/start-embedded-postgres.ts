import type { Logger } from '../../logger.ts';
import type { DatabaseName } from '../database.ts';

/** A PostgreSQL server of our own. */
export interface EmbeddedPostgres {
  /** URL of a database for its owner's login. */
  urlOf(database: DatabaseName): string;
  /** Stops the server and waits until it has. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL server that comes with the platform, on loopback, with one database and one login per subgraph. */
export async function startEmbeddedPostgres(_options: { dataDir: string; logger: Logger }): Promise<EmbeddedPostgres> {
  throw new Error('not built yet');
}
