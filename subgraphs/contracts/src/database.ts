import type { Clock } from '@mainstay/primitives';
import { openDatabase, type Database, type Logger } from '@mainstay/subgraph-kit';
import { migrations } from './migrations/index.ts';
import { modules } from './modules/index.ts';
import { loadLocalAuthorities } from './modules/local-authority/local-authority.reference.ts';

/** What `openContractsDatabase` needs. */
export interface OpenContractsDatabaseOptions {
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

/** Migrates the database, brings the local authorities up to the reference file and opens it. */
export async function openContractsDatabase(options: OpenContractsDatabaseOptions): Promise<Database> {
  const database = await openDatabase({ ...options, name: 'contracts', entities, migrations });
  await database.service((db) => loadLocalAuthorities(db));
  return database;
}
