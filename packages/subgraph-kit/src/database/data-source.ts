import pg from 'pg';
import { DataSource, type EntitySchema, type Logger as TypeOrmLogger } from 'typeorm';
import type { Logger } from '../logger.ts';

/** What a connection pool is made of. */
export interface PoolOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly size: number;
  readonly entities: readonly EntitySchema[];
  readonly migrations?: readonly Function[];
  readonly logger: Logger;
}

const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT_ARRAY: number = 1009;

/** TypeORM's own would print statements with their values, and failures that we report ourselves. */
const SILENT: TypeOrmLogger = {
  logQuery: () => {},
  logQueryError: () => {},
  logQuerySlow: () => {},
  logSchemaBuild: () => {},
  logMigration: () => {},
  log: () => {},
};

/** How long a request waits for a free connection before it is told that the database is too busy. */
const CONNECTION_PATIENCE_MS = 5_000;

/** A pool of connections. It logs nothing of what runs through it. */
export function createDataSource(options: PoolOptions): DataSource {
  const source: DataSource = new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    entities: [...options.entities],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    logger: SILENT,
    installExtensions: false,
    poolSize: options.size,
    // A pool that was closed lets its connections go without waiting: the server may end first, and nothing is lost.
    poolErrorHandler: (error: unknown) => {
      if (source.isInitialized) options.logger.warn('database connection lost', { error });
    },
    extra: {
      connectionTimeoutMillis: CONNECTION_PATIENCE_MS,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      types: { getTypeParser },
    },
  });
  return source;
}

/** Days stay `YYYY-MM-DD`: as a Date they would be midnight in some time zone, and move. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === DATE) return String;
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid === DATE_ARRAY ? TEXT_ARRAY : oid, 'text');
}
