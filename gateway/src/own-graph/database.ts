import type { Clock } from '@mainstay/primitives';
import { openDatabase, type Database, type Logger } from '@mainstay/subgraph-kit';
import { migrations } from './migrations/index.ts';
import { modules } from './modules/index.ts';

/** What `openGatewayDatabase` needs. */
export interface OpenGatewayDatabaseOptions {
  /** URL of the database for its owner. */
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly poolSize?: number;
  readonly onStatement?: (sql: string) => void;
  readonly logger?: Logger;
}

/** The entities of the gateway's own part of the graph: those of its modules. */
export const entities = modules.flatMap((module) => module.entities);

/** Migrates the gateway's database and opens it: sessions, machine credentials, the audit. */
export async function openGatewayDatabase(options: OpenGatewayDatabaseOptions): Promise<Database> {
  return openDatabase({ ...options, name: 'gateway', entities, migrations });
}
