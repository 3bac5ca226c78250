import type { EntitySchema } from 'typeorm';
import type { Clock } from '@mainstay/primitives';
import type { Database, DatabaseName } from '../database/database.ts';

/** What a test's database is made of. */
export interface TestDatabaseOptions {
  readonly entities?: readonly EntitySchema[];
  readonly migrations: readonly Function[];
  readonly clock?: Clock;
  readonly onStatement?: (sql: string) => void;
  readonly poolSize?: number;
}

/** The secret that test databases are opened with. */
export const TEST_SECRET = 'a secret for tests only';

/** A migrated, empty database of the test's own, dropped when it is closed. */
export async function startTestDatabase(_name: DatabaseName, _options: TestDatabaseOptions): Promise<Database> {
  throw new Error('not built yet');
}
