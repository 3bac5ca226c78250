import { randomInt } from 'node:crypto';
import type { Clock } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import type { QueryRunner } from 'typeorm';
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

/** Takes a lock of this process's own, and takes it again when the database was gone meanwhile. */
export async function startImportRunner({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<ImportRunner> {
  const key = String(randomInt(1, LARGEST_KEY));
  let connection = await lockingConnection(database, key);

  const holdLock = async (): Promise<void> => {
    try {
      await connection.query('SELECT 1');
    } catch {
      // The connection is lost, and the lock with it.
      await connection.release().catch(() => undefined);
      connection = await lockingConnection(database, key);
    }
  };
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
      await holdLock();
      for (const runner of await database.service((db) => findOtherRunners(db, key))) {
        if (await isDead(runner)) await database.service((db) => interruptImportsOf(db, runner, clock.now()));
      }
    },
    close: async () => {
      // A connection that is lost has given the lock up already.
      await connection.query('SELECT pg_advisory_unlock($1::bigint)', [key]).catch(() => undefined);
      await connection.release().catch(() => undefined);
    },
  };
}

/** A connection of its own that holds the lock, outside any transaction: the lock must outlive every one of them. */
async function lockingConnection(database: Database, key: string): Promise<QueryRunner> {
  const connection = database.dataSource.createQueryRunner();
  await connection.query('SELECT pg_advisory_lock($1::bigint)', [key]);
  return connection;
}
