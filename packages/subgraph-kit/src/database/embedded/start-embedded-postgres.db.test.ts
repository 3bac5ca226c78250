import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { silentLogger } from '../../logger.ts';
import { readState, writeState } from './server-state.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts';

const isRoot = process.getuid?.() === 0;
const fixture = new URL('platform-process.fixture.ts', import.meta.url).pathname;

const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
const processes: ChildProcess[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-embedded-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, logger: silentLogger });
  servers.push(server);
  return server;
}

/** What a platform process of its own says when it has started, or cannot. */
async function platformProcess(dataDir: string): Promise<{ child: ChildProcess; url?: string; refusal?: string }> {
  const child = spawn(process.execPath, [fixture, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const said = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
  return { child, ...(JSON.parse(said) as { url?: string; refusal?: string }) };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const keep = `CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)`;

function postmasterOf(dataDir: string): number {
  const { folder } = readState(join(dataDir, 'postgres')) ?? { folder: '' };
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded server', () => {
  test('has a database and a login for each subgraph, on loopback, and keeps data and port', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    for (const name of ['children', 'workforce', 'contracts'] as const) {
      expect(await ask(first.urlOf(name), 'SELECT current_database() AS name, current_user AS login')).toEqual([
        { name, login: `${name}_owner` },
      ]);
    }
    const [settings] = await ask(
      first.urlOf('children'),
      `SELECT current_setting('listen_addresses') AS address, current_setting('data_checksums') AS checksums,
         (SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER) AS "isSuperuser"`,
    );
    expect(settings).toEqual({ address: '127.0.0.1', checksums: 'on', isSuperuser: false });
    await ask(first.urlOf('children'), keep);
    await first.stop();
    await first.stop();
    await expect(ask(first.urlOf('children'), 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    const second = await start(dataDir);
    expect(second.urlOf('children')).toBe(first.urlOf('children'));
    expect(await ask(second.urlOf('children'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('keeps passwords from others, and asks for them', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    const url = new URL(server.urlOf('children'));
    url.password = 'guessed';
    await expect(ask(url.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const { mode } = statSync(join(dataDir, 'postgres', 'server.json'));
    expect(mode & 0o077).toBe(0);
  });

  test('is started again when it is killed, and has lost nothing', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await ask(server.urlOf('children'), keep);
    const before = postmasterOf(dataDir);
    process.kill(before, 'SIGKILL');
    await expect
      .poll(() => ask(server.urlOf('children'), 'SELECT n FROM kept').catch(() => null), { timeout: 30_000 })
      .toEqual([{ n: 42 }]);
    expect(postmasterOf(dataDir)).not.toBe(before);
  });

  test('is taken over from a platform process that was killed', async () => {
    const dataDir = newFolder();
    const { child, url = '' } = await platformProcess(dataDir);
    await ask(url, keep);
    const before = postmasterOf(dataDir);
    child.kill('SIGKILL');
    const server = await start(dataDir);
    expect(postmasterOf(dataDir)).toBe(before);
    expect(await ask(server.urlOf('children'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  test('recovers when platform and server were killed together', async () => {
    const dataDir = newFolder();
    const { child, url = '' } = await platformProcess(dataDir);
    await ask(url, keep);
    child.kill('SIGKILL');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    const server = await start(dataDir);
    expect(await ask(server.urlOf('children'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('starts over a note that names another program', async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    const note = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    writeFileSync(note, `${process.pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n`);
    const server = await start(dataDir);
    expect(await ask(server.urlOf('children'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('serves one platform process at a time', async () => {
    const dataDir = newFolder();
    await start(dataDir);
    const second = await platformProcess(dataDir);
    expect(second.refusal).toContain(`in use by another Mainstay process (process ${process.pid})`);
    expect(second.refusal).toContain('DATA_DIR');
  });

  test('of two processes that begin at once on an empty folder, one starts and one is refused', async () => {
    const dataDir = newFolder();
    const both = await Promise.all([platformProcess(dataDir), platformProcess(dataDir)]);
    expect(both.map(({ url }) => typeof url).sort()).toEqual(['string', 'undefined']);
    expect(both.find(({ refusal }) => refusal)?.refusal).toContain('in use by another Mainstay process');
    const winner = both.find(({ url }) => url);
    winner?.child.kill('SIGTERM');
    await new Promise((resolve) => winner?.child.once('exit', resolve));
  });

  test('below a folder that only its owner may enter, it lives where its user can go and is found again', async () => {
    const closed = newFolder(0o700);
    const dataDir = join(closed, 'data');
    mkdirSync(dataDir);
    const first = await start(dataDir);
    await ask(first.urlOf('children'), keep);
    await first.stop();
    const { folder } = readState(join(dataDir, 'postgres')) ?? { folder: '' };
    folders.push(folder);
    expect(folder.startsWith(closed)).toBe(!isRoot);
    const second = await start(dataDir);
    expect(await ask(second.urlOf('children'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('does not begin anew when the folder its data was kept in is gone', async () => {
    const dataDir = newFolder();
    const gone = join(dataDir, 'gone');
    mkdirSync(join(dataDir, 'postgres'));
    writeState(join(dataDir, 'postgres'), { folder: gone, port: 1, superuserPassword: '', ownerPasswords: {} });
    await expect(start(dataDir)).rejects.toThrow(`was kept in ${gone}, which is gone`);
  });

  test('an interrupted initialisation leaves nothing that counts', async () => {
    const dataDir = newFolder();
    const home = join(dataDir, 'postgres');
    mkdirSync(join(home, `cluster.${process.pid}`), { recursive: true });
    writeFileSync(join(home, `cluster.${process.pid}`, 'PG_VERSION'), '18');
    const server = await start(dataDir);
    expect(await ask(server.urlOf('children'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readdirSync(home).toSorted()).toEqual(['cluster', 'postgres.log', 'server.json']);
  });
});
