import type { Clock } from '@mainstay/primitives';
import { openDatabase, type Database, type Logger } from '@mainstay/subgraph-kit';
import { migrations } from './migrations/index.ts';
import { conceptsWithoutGraph, modules } from './modules/index.ts';

/** What `openChildrenDatabase` needs. */
export interface OpenChildrenDatabaseOptions {
  /** URL of the database for its owner. */
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly poolSize?: number;
  /** Told every statement of a request before it runs, without parameters. */
  readonly onStatement?: (sql: string) => void;
  readonly logger?: Logger;
}

/** The entities of this subgraph: those of its concepts. */
export const entities = [
  ...modules.flatMap((module) => module.entities),
  ...Object.values(conceptsWithoutGraph).flat(),
];

/** Migrates the children's database and opens it. */
export function openChildrenDatabase(options: OpenChildrenDatabaseOptions): Promise<Database> {
  return openDatabase({ ...options, name: 'children', entities, migrations });
}
