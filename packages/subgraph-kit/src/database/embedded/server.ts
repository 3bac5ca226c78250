import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { programEnvironment } from '../../environment.ts';
import { programIn } from './binaries.ts';
import { clusterIn, SUPERUSER } from './cluster.ts';
import type { Placement } from './placement.ts';
import { isStillThere, runningPostmaster, type Postmaster } from './postmaster.ts';
import type { RunAs } from './run-as.ts';

/** What a server is started with. */
export interface ServerOptions {
  readonly placement: Placement;
  readonly user: RunAs;
  readonly password: string;
  /** The port it had before; another is taken when that one is in use, unless it is required. */
  readonly port: number | null;
  readonly isPortRequired?: boolean;
  /** Settings beyond our own, e.g. what makes a test's server fast. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Recovery after a crash may take its time; a healthy start takes a tenth of a second. */
const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 15_000;
const LARGEST_LOG = 10_000_000;

/**
 * Statements, parameters and details of errors hold values of people's records: none of them goes to the log.
 * The order of levels is PostgreSQL's own: `log` leaves out errors of statements and keeps those of the server.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** Starts the server over the data of `placement`, or finds the one that runs there already. */
export async function ensureServer(options: ServerOptions): Promise<Postmaster> {
  const cluster = clusterIn(options.placement.folder);
  const deadline = performance.now() + START_PATIENCE_MS;
  for (let refusal = ''; performance.now() < deadline; await sleep(50)) {
    const running = runningPostmaster(cluster);
    if (running === null) refusal = await launch(options, refusal);
    else if (running.port > 0 && (await answers(running.port, options.password))) return running;
  }
  throw new Error(
    `PostgreSQL does not answer. Its log ${logIn(options.placement)} ends: ${logTail(options.placement)}`,
  );
}

/** Stops a server: open transactions are rolled back, the data is written out. Resolves when it has gone. */
export async function stopServer(placement: Placement, { pid }: Postmaster): Promise<void> {
  const cluster = clusterIn(placement.folder);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isStillThere(cluster, pid)) return;
    if (process.platform === 'win32') {
      spawnSync(programIn(placement.binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w']);
    } else process.kill(pid, signal);
    for (const deadline = performance.now() + STOP_PATIENCE_MS; performance.now() < deadline; await sleep(20)) {
      if (!isStillThere(cluster, pid)) return;
    }
  }
  throw new Error(`PostgreSQL, process ${pid}, does not stop.`);
}

/** A connection of the superuser, who is for the launcher alone. */
export function superuserClient(port: number, password: string, database = 'postgres'): pg.Client {
  const application = `mainstay-launcher-${process.pid}`;
  return new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database,
    application_name: application,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('The system gives no free port on 127.0.0.1.');
  return port;
}

/** Starts the server and waits until it answers or ends; answers what it complained of when it ended. */
async function launch(options: ServerOptions, lastRefusal: string): Promise<string> {
  if (/lock file|shared memory/.test(lastRefusal)) await sleep(100);
  const port = await portFor(options);
  const before = logSize(options.placement);
  const child = spawnServer(options, port);
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true)).once('error', () => (hasEnded = true));
  while (!hasEnded && !(await answers(port, options.password))) await sleep(25);
  if (!hasEnded) return '';
  const complaint = logTail(options.placement, before);
  // A server of a moment ago may still be letting go of its memory or its note; anything else will not mend itself.
  if (/lock file|shared memory|could not (bind|create any TCP)/.test(complaint)) return complaint;
  throw new Error(`PostgreSQL did not start: ${complaint}`);
}

function spawnServer({ placement, user, settings }: ServerOptions, port: number): ChildProcess {
  const all = Object.entries({ ...SETTINGS, ...settings, port: String(port) });
  const log = openLog(placement);
  try {
    const child = spawn(
      programIn(placement.binaries, 'postgres'),
      ['-D', clusterIn(placement.folder), ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // Detached: Ctrl-C must reach the platform first, which finishes its requests before it stops the server.
      { ...user, cwd: '/', env: programEnvironment(), stdio: ['ignore', log, log], detached: true, windowsHide: true },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function portFor({ port, isPortRequired }: ServerOptions): Promise<number> {
  if (port !== null && (isPortRequired || (await tryPort(port)) !== null)) return port;
  return freePort();
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = superuserClient(port, password);
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === '28P01') {
      throw new Error('The running PostgreSQL server does not know the password remembered for it.', { cause: error });
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function logIn(placement: Placement): string {
  return join(placement.folder, 'postgres.log');
}

function openLog(placement: Placement): number {
  const file = logIn(placement);
  if (logSize(placement) > LARGEST_LOG) {
    rmSync(`${file}.1`, { force: true });
    renameSync(file, `${file}.1`);
  }
  return openSync(file, 'a', 0o600);
}

function logSize(placement: Placement): number {
  return existsSync(logIn(placement)) ? statSync(logIn(placement)).size : 0;
}

function logTail(placement: Placement, from = 0): string {
  if (!existsSync(logIn(placement))) return '';
  return readFileSync(logIn(placement)).subarray(from).toString('utf8').trim().slice(-1000);
}
