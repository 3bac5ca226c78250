import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from '../../logger.ts';
import type { DatabaseName } from '../database.ts';
import { initialiseCluster } from './cluster.ts';
import { closeTemplate, ensureDatabase, ensureOwner } from './owned-databases.ts';
import { placeServer, type Placement } from './placement.ts';
import type { Postmaster } from './postmaster.ts';
import { postgresUser, type RunAs } from './run-as.ts';
import { ensureServer, freePort, stopServer, superuserClient } from './server.ts';
import { firstState, readState, writeState, type ServerState } from './server-state.ts';

/** A PostgreSQL server of our own. */
export interface EmbeddedPostgres {
  /** URL of a database for the login that owns it. */
  urlOf(database: DatabaseName): string;
  /** Stops the server and waits until it has. */
  stop(): Promise<void>;
}

const DATABASES: readonly DatabaseName[] = ['children', 'workforce', 'contracts', 'gateway'];

/** Whoever holds this advisory lock of the server owns it; PostgreSQL lets go of it when the holder dies, however it dies. */
const OWNERSHIP = 4_501_220_976;
const OWNERSHIP_PATIENCE_MS = 3_000;

/**
 * Starts the PostgreSQL server that comes with the platform: data in `<dataDir>/postgres`, on loopback, with one
 * database and one login per subgraph. A server that an earlier platform process left running is taken over; one that
 * stops by itself is started again.
 *
 * @throws Error that says what to do when another platform process uses `dataDir`, or when the server cannot run here.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; logger: Logger }): Promise<EmbeddedPostgres> {
  const home = resolve(options.dataDir, 'postgres');
  mkdirSync(home, { recursive: true });
  const user = postgresUser();
  const remembered = readState(home);
  const placement = placeServer(home, user, remembered?.folder ?? null);
  const state =
    completed(home, remembered) ?? firstState(home, { ...newState(placement.folder), port: await freePort() });
  const server = new OwnedServer({ home, user, placement, state, logger: options.logger });
  await server.start();
  return server;
}

class OwnedServer implements EmbeddedPostgres {
  readonly #home: string;
  readonly #user: RunAs;
  readonly #placement: Placement;
  readonly #logger: Logger;
  #state: ServerState;
  #postmaster: Postmaster | null = null;
  #ownership: pg.Client | null = null;
  #isStopping = false;
  #recovery: Promise<void> | null = null;

  constructor(parts: { home: string; user: RunAs; placement: Placement; state: ServerState; logger: Logger }) {
    this.#home = parts.home;
    this.#user = parts.user;
    this.#placement = parts.placement;
    this.#state = parts.state;
    this.#logger = parts.logger;
  }

  urlOf(database: DatabaseName): string {
    const password = this.#state.ownerPasswords[ownerOf(database)] ?? '';
    return `postgresql://${ownerOf(database)}:${password}@127.0.0.1:${this.#state.port}/${database}`;
  }

  async start(): Promise<void> {
    const { folder } = this.#placement;
    if (folder !== this.#home) this.#logger.info('PostgreSQL keeps its data outside DATA_DIR', { path: folder });
    await initialiseCluster(this.#placement, this.#user, { password: this.#state.superuserPassword, isDurable: true });
    await this.#run({ isPortRequired: false });
    await this.#ensureDatabases();
    this.#logger.info('PostgreSQL answers', { port: this.#state.port, pid: this.#postmaster?.pid });
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    await this.#recovery;
    if (this.#postmaster && this.#ownership) await stopServer(this.#placement, this.#postmaster);
    await this.#ownership?.end().catch(() => {});
  }

  async #run({ isPortRequired }: { isPortRequired: boolean }): Promise<void> {
    const { port, superuserPassword: password } = this.#state;
    const options = { placement: this.#placement, user: this.#user, password, port, isPortRequired };
    this.#postmaster = await ensureServer(options);
    this.#ownership = await takeOwnership(this.#postmaster.port, password, this.#home);
    this.#ownership.on('end', () => this.#recover());
    if (this.#postmaster.port !== port) {
      this.#state = { ...this.#state, port: this.#postmaster.port };
      writeState(this.#home, this.#state);
    }
  }

  /** The connection that owns the server ended although nobody stopped it: the server was killed, or crashed. */
  #recover(): void {
    if (this.#isStopping || this.#recovery) return;
    this.#logger.warn('PostgreSQL stopped by itself and is started again', { pid: this.#postmaster?.pid });
    this.#recovery = this.#run({ isPortRequired: true })
      .catch((error: unknown) => this.#logger.error('PostgreSQL cannot be started again', { error }))
      .finally(() => (this.#recovery = null));
  }

  async #ensureDatabases(): Promise<void> {
    const { superuserPassword: password } = this.#state;
    const port = this.#postmaster?.port ?? this.#state.port;
    await withClient(superuserClient(port, password, 'template1'), closeTemplate);
    await withClient(superuserClient(port, password), async (client) => {
      for (const name of DATABASES) {
        const user = ownerOf(name);
        await ensureOwner(client, { user, password: this.#state.ownerPasswords[user] ?? '' });
        await ensureDatabase(client, { name, owner: user });
      }
    });
  }
}

function ownerOf(database: DatabaseName): string {
  return `${database}_owner`;
}

function newState(folder: string): Omit<ServerState, 'port'> {
  const password = () => randomBytes(24).toString('base64url');
  return {
    folder,
    superuserPassword: password(),
    ownerPasswords: Object.fromEntries(DATABASES.map((name) => [ownerOf(name), password()])),
  };
}

/** A server of an earlier version knows fewer databases than there are now: the others' owners get passwords. */
function completed(home: string, state: ServerState | null): ServerState | null {
  if (!state || DATABASES.every((name) => state.ownerPasswords[ownerOf(name)])) return state;
  const whole = { ...state, ownerPasswords: { ...newState(state.folder).ownerPasswords, ...state.ownerPasswords } };
  writeState(home, whole);
  return whole;
}

/** Whoever killed a platform process and starts the next may be faster than the server, which first has to notice. */
async function takeOwnership(port: number, password: string, home: string): Promise<pg.Client> {
  const client = superuserClient(port, password);
  client.on('error', () => {});
  await client.connect();
  for (const deadline = performance.now() + OWNERSHIP_PATIENCE_MS; ; await sleep(100)) {
    const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${OWNERSHIP}) AS taken`);
    if (rows[0]?.taken) return client;
    if (performance.now() > deadline) break;
  }
  const holder = await holderOf(client);
  await client.end();
  throw new Error(
    `The data in ${join(home, '..')} is in use by another Mainstay process${holder}. ` +
      'Stop that one first, or give this one a DATA_DIR of its own.',
  );
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32 | l.objid::bigint) = ${OWNERSHIP}`,
  );
  const pid = /^mainstay-launcher-(\d+)$/.exec(rows[0]?.name ?? '')?.[1];
  return pid ? ` (process ${pid})` : '';
}

async function withClient(client: pg.Client, work: (client: pg.Client) => Promise<void>): Promise<void> {
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
