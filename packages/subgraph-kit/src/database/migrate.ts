import type { DataSource, QueryRunner } from 'typeorm';

/** One number for all: whoever prepares or migrates a database holds this advisory lock of it. */
const LOCK = 7_231_964_011;
const PATIENCE_SECONDS = 120;

/**
 * Runs `work` while no other process prepares or migrates the same database.
 *
 * @throws Error when another one has not finished after two minutes.
 */
export async function withMigrationLock<T>(
  dataSource: DataSource,
  work: (lock: QueryRunner) => Promise<T>,
): Promise<T> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.query(`SET lock_timeout = '${PATIENCE_SECONDS}s'`);
    await queryRunner.query(`SELECT pg_advisory_lock(${LOCK})`);
    await queryRunner.query(`SET lock_timeout = '5s'`);
    return await work(queryRunner);
  } finally {
    await unlock(queryRunner);
  }
}

/** Runs the migrations that have not run yet, each in a transaction of its own; answers their names. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map((migration) => migration.name);
}

async function unlock(queryRunner: QueryRunner): Promise<void> {
  try {
    await queryRunner.query(`SELECT pg_advisory_unlock_all(); RESET lock_timeout`);
  } finally {
    await queryRunner.release();
  }
}
