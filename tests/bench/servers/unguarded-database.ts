import type { Database, DatabaseName, Db } from '@mainstay/subgraph-kit';
import pg from 'pg';

const DATE = 1082;
/** Six for each database: with the others' pools open too, the server's hundred connections must do for all. */
const POOL_SIZE = 6;

/**
 * A subgraph's database for a measurement: everything runs as the owner of the tables, past row-level security, requests in
 * a plain read-only transaction. What is left out is exactly what the guard costs. It must have been migrated before.
 */
export function unguardedDatabase(name: DatabaseName, url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, types: { getTypeParser: typeParser } });
  const run = async <T>(start: string, work: (db: Db) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query(start);
      const query = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
        (await client.query(sql, [...params])).rows as Row[];
      const answer = await work({ query } as Db);
      await client.query('COMMIT');
      return answer;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };
  const read = <T>(_viewer: unknown, work: (db: Db) => Promise<T>) => run('START TRANSACTION READ ONLY', work);
  const service = <T>(work: (db: Db) => Promise<T>) => run('START TRANSACTION', work);
  const database = { name, read, figures: read, service, owner: service, close: () => pool.end() };
  return database as unknown as Database;
}

/** Days stay text, as in the platform's own pools. */
function typeParser(oid: number, format?: 'text' | 'binary'): unknown {
  return oid === DATE ? String : pg.types.getTypeParser(oid, format as 'text');
}
