import type { Clock } from '@mainstay/primitives';
import { openDatabase, type Database, type Logger } from '@mainstay/subgraph-kit';
import { migrations } from './migrations/index.ts';
import { modules } from './modules/index.ts';

/** What `openWorkforceDatabase` needs. */
export interface OpenWorkforceDatabaseOptions {
  /** URL of the database for its owner. */
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly poolSize?: number;
  readonly onStatement?: (sql: string) => void;
  readonly logger?: Logger;
}

/** The entities of this subgraph: those of its modules. */
export const entities = modules.flatMap((module) => module.entities);

/** Migrates the database and opens it. */
export function openWorkforceDatabase(options: OpenWorkforceDatabaseOptions): Promise<Database> {
  return openDatabase({ ...options, name: 'workforce', entities, migrations });
}
