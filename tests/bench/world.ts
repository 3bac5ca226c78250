import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstrationAuthorities } from '@mainstay/demonstration';
import { openGatewayDatabase } from '@mainstay/gateway';
import { loadDemonstration, openSubgraphs } from '@mainstay/platform';
import { systemClock } from '@mainstay/primitives';
import { createLogger, startEmbeddedPostgres, type DatabaseName } from '@mainstay/subgraph-kit';
import pg from 'pg';
import { parentOf } from './processor-time.ts';

/** The demonstration world in databases of the bench's own. */
export interface BenchWorld {
  urlOf(name: DatabaseName): string;
  readonly secret: string;
  /** The process that all of PostgreSQL descends from. */
  readonly postmasterPid: number;
  readonly postgresVersion: string;
  /** ONS codes of the authorities with a practice. */
  readonly hosts: readonly string[];
  /** ONS codes of all authorities of England. */
  readonly authorities: readonly string[];
  readonly practice: string;
  stop(): Promise<void>;
}

/** Kept between runs: making and loading the world takes minutes. */
export const dataDir = fileURLToPath(new URL('.data', import.meta.url));
export const logsDir = join(dataDir, 'logs');

/** It guards synthetic data on the loopback interface. */
const secret = 'bench-'.padEnd(43, 'x');

/** Starts the database server and loads the demonstration if that has not been done. */
export async function startWorld(tell: (message: string) => void): Promise<BenchWorld> {
  const logger = createLogger({ service: 'bench', now: () => systemClock.now(), write: () => undefined });
  const server = await startEmbeddedPostgres({ dataDir, logger });
  const urlOf = (name: DatabaseName): string => server.urlOf(name);
  try {
    // The audit of earlier runs is no part of the world, and it only grows.
    await ownerRows(urlOf('gateway'), 'DROP SCHEMA IF EXISTS sec, public CASCADE; CREATE SCHEMA public');
    await (await openGatewayDatabase({ url: urlOf('gateway'), secret, clock: systemClock, logger })).close();
    const opened = await openSubgraphs({ urlOf, secret, clock: systemClock, logger });
    try {
      await loadDemonstration(opened, tell);
      await opened.subgraphs.children.catchUp();
    } finally {
      await opened.stop();
    }
    // A world that was just loaded would be measured without the planner knowing it.
    for (const name of ['children', 'workforce', 'contracts', 'gateway'] as const)
      await ownerRows(urlOf(name), 'VACUUM ANALYZE');
    const hosts = demonstrationAuthorities.filter(({ practice }) => practice);
    return {
      urlOf,
      secret,
      hosts: hosts.map(({ code }) => code),
      practice: hosts[0]?.practice?.id ?? '',
      ...(await factsOf(urlOf('contracts'))),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs one statement as the owner of a database. */
export async function ownerRows<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function factsOf(url: string): Promise<Pick<BenchWorld, 'authorities' | 'postmasterPid' | 'postgresVersion'>> {
  const [server] = await ownerRows<{ version: string }>(url, `SELECT current_setting('server_version') AS version`);
  const authorities = await ownerRows<{ code: string }>(url, 'SELECT la_code AS code FROM local_authority ORDER BY 1');
  return {
    authorities: authorities.map(({ code }) => code),
    postgresVersion: server?.version ?? 'unknown',
    postmasterPid: await postmasterOf(url),
  };
}

/** A connection's process is a child of the postmaster, as long as the connection is open. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return parentOf(rows[0]?.pid ?? 0);
  } finally {
    await client.end();
  }
}
