import { randomInt } from 'node:crypto';
import type { Clock } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { findOtherRunners, interruptImportsOf } from './import-903.repository.ts';

const LARGEST_KEY = 2 ** 47;

/**
 * This process, as the database knows it: an advisory lock held for as long as the process lives and its connection
 * stands. An unfinished import whose runner's lock can be taken was left behind by a process that died.
 */
export interface ImportRunner {
  /** The lock's key; imports on record carry it. */
  readonly key: string;
  /** Marks unfinished imports of processes that have died. */
  markInterrupted(): Promise<void>;
  close(): Promise<void>;
}

/** Takes a lock of this process's own. */
export async function startImportRunner({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<ImportRunner> {
  const key = String(randomInt(1, LARGEST_KEY));
  // A connection of its own, outside any transaction: the lock must outlive every one of them.
  const connection = database.dataSource.createQueryRunner();
  await connection.query('SELECT pg_advisory_lock($1::bigint)', [key]);

  const isDead = async (runner: string): Promise<boolean> => {
    const [row] = (await connection.query('SELECT pg_try_advisory_lock($1::bigint) AS taken', [runner])) as {
      taken: boolean;
    }[];
    if (row?.taken) await connection.query('SELECT pg_advisory_unlock($1::bigint)', [runner]);
    return row?.taken ?? false;
  };
  return {
    key,
    markInterrupted: async () => {
      for (const runner of await database.service((db) => findOtherRunners(db, key))) {
        if (await isDead(runner)) await database.service((db) => interruptImportsOf(db, runner, clock.now()));
      }
    },
    close: async () => {
      await connection.query('SELECT pg_advisory_unlock($1::bigint)', [key]);
      await connection.release();
    },
  };
}
