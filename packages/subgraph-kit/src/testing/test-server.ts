import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { initialiseCluster } from '../database/embedded/cluster.ts';
import { closeTemplate, ensureOwner } from '../database/embedded/owned-databases.ts';
import { placeServer, type Placement } from '../database/embedded/placement.ts';
import { postgresUser } from '../database/embedded/run-as.ts';
import { ensureServer, stopServer, superuserClient } from '../database/embedded/server.ts';

/** The server of this machine's tests, used by one test process. */
export interface TestServer {
  readonly port: number;
  /** A connection of the superuser; it says that this process uses the server. */
  readonly client: pg.Client;
  /** Says that this process needs the server no more; the last one stops it. */
  leave(): Promise<void>;
}

/** The login that owns the tests' databases: no superuser, so that tests meet what production meets. */
export const TEST_OWNER = { user: 'test_owner', password: 'test-owner' } as const;

const PASSWORD = 'test-superuser';
const IN_USE = 1_093_440_118;
/** A lock this old was left behind by a process that was killed. */
const STALE_LOCK_MS = 60_000;

/** Nothing of a test need survive a crash of the machine. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Joins the test server: starts it when nobody has. */
export async function joinTestServer(): Promise<TestServer> {
  const home = join(tmpdir(), `mainstay-tests-${process.getuid?.() ?? 'user'}`);
  mkdirSync(home, { recursive: true });
  return whileLocked(home, async () => {
    const user = postgresUser();
    const placement = placeServer(home, user, null);
    await initialiseCluster(placement, user, { password: PASSWORD, isDurable: false });
    const server = await ensureServer({ placement, user, password: PASSWORD, port: null, settings: FAST });
    const client = superuserClient(server.port, PASSWORD);
    client.on('error', () => {});
    await client.connect();
    await client.query(`SELECT pg_advisory_lock_shared(${IN_USE})`);
    await prepareOnce(client, server.port);
    return { port: server.port, client, leave: () => whileLocked(home, () => leave(placement, client, server)) };
  });
}

/** Runs `work` while no other process joins or leaves. A folder is made by one process only, on every system. */
async function whileLocked<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lock = join(home, 'lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
      await sleep(20 + Math.random() * 30);
    }
  }
  try {
    writeFileSync(join(lock, String(process.pid)), '');
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isStale(lock: string): boolean {
  try {
    return existsSync(lock) && performance.timeOrigin + performance.now() - statSync(lock).mtimeMs > STALE_LOCK_MS;
  } catch {
    // It went away between the two questions.
    return false;
  }
}

async function leave(placement: Placement, client: pg.Client, server: { pid: number; port: number }): Promise<void> {
  await client.query(`SELECT pg_advisory_unlock_shared(${IN_USE})`);
  const { rows } = await client.query<{ last: boolean }>(`SELECT pg_try_advisory_lock(${IN_USE}) AS last`);
  if (rows[0]?.last) await stopServer(placement, server);
  await client.end().catch(() => {});
}

async function prepareOnce(client: pg.Client, port: number): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [TEST_OWNER.user]);
  if (rowCount) return;
  const template = superuserClient(port, PASSWORD, 'template1');
  await template.connect();
  try {
    await closeTemplate(template);
  } finally {
    await template.end();
  }
  await ensureOwner(client, TEST_OWNER);
}
