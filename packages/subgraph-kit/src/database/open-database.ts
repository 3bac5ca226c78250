import type { Database, OpenDatabaseOptions } from './database.ts';

/** Prepares a subgraph's database (roles, context functions, migrations) and opens it for the application's login. */
export async function openDatabase(_options: OpenDatabaseOptions): Promise<Database> {
  throw new Error('not built yet');
}
