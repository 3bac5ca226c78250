import { startEmbeddedPostgres, type DatabaseName, type Logger } from '@mainstay/subgraph-kit';
import type { Environment } from './environment.ts';

/** Where the databases are. */
export interface Databases {
  /** URL of a database for its owner. */
  urlOf(name: DatabaseName): string;
  stop(): Promise<void>;
}

/** Uses the databases named by URL and starts the embedded server for those that are not. */
export async function provideDatabases(environment: Environment, logger: Logger): Promise<Databases> {
  const { databaseUrls, dataDir } = environment;
  const isAllElsewhere =
    databaseUrls.children && databaseUrls.workforce && databaseUrls.contracts && databaseUrls.gateway;
  const embedded = isAllElsewhere ? null : await startEmbeddedPostgres({ dataDir, logger });
  return {
    urlOf: (name) => {
      const url = databaseUrls[name] ?? embedded?.urlOf(name);
      if (!url) throw new Error(`There is no ${name} database.`);
      return url;
    },
    stop: async () => embedded?.stop(),
  };
}
