import { createHash, randomBytes } from 'node:crypto';
import type { EntitySchema } from 'typeorm';
import { fixedClock, type Clock } from '@mainstay/primitives';
import type { Database, DatabaseName } from '../database/database.ts';
import { ensureDatabase } from '../database/embedded/owned-databases.ts';
import { openDatabase } from '../database/open-database.ts';
import { quoted } from '../database/roles.ts';
import { joinTestServer, TEST_OWNER, type TestServer } from './test-server.ts';

/** What a test's database is made of. */
export interface TestDatabaseOptions {
  readonly entities?: readonly EntitySchema[];
  readonly migrations: readonly Function[];
  /** Stands still at noon on 22 November 2026 unless given. */
  readonly clock?: Clock;
  readonly onStatement?: (sql: string) => void;
  readonly poolSize?: number;
}

/** A database of a test's own. */
export interface TestDatabase extends Database {
  /** Its URL for its owner, for tests that connect by themselves. */
  readonly url: string;
}

/** The secret that test databases are opened with. */
export const TEST_SECRET = 'a secret for tests only';

/** The clock of tests that do not bring their own. */
export const TEST_CLOCK: Clock = fixedClock(new Date('2026-11-22T12:00:00Z'));

/** One number for all: whoever makes or clears away a template holds this lock. */
const TEMPLATES = 2_208_154_037;

/**
 * A migrated, empty database of the test's own on a real server, dropped when it is closed. Migrations run once for
 * all test files of a run: the first makes a template, the others copy it.
 */
export async function startTestDatabase(name: DatabaseName, options: TestDatabaseOptions): Promise<TestDatabase> {
  const server = await joinTestServer();
  try {
    const own = await ownName(server.client);
    await copyTemplate(server, own, { name, options });
    const url = urlOf(server, own);
    const database = await openDatabase(openOptions(name, options, url));
    const close = database.close.bind(database);
    return Object.assign(database, {
      url,
      close: async () => {
        await close();
        await server.client.query(`DROP DATABASE IF EXISTS ${quoted(own)} WITH (FORCE)`);
        await server.leave();
      },
    });
  } catch (error) {
    await server.leave();
    throw error;
  }
}

async function copyTemplate(
  server: TestServer,
  own: string,
  { name, options }: { name: DatabaseName; options: TestDatabaseOptions },
): Promise<void> {
  const { client } = server;
  const template = templateName(name, options.migrations);
  await client.query(`SELECT pg_advisory_lock(${TEMPLATES})`);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await makeTemplate(server, template, { name, options });
    await ensureDatabase(client, { name: own, owner: TEST_OWNER.user, template });
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${TEMPLATES})`);
  }
}

/** Made under another name first, so that a template that counts is a finished one. */
async function makeTemplate(
  server: TestServer,
  template: string,
  { name, options }: { name: DatabaseName; options: TestDatabaseOptions },
): Promise<void> {
  const { client } = server;
  await dropLeftovers(client);
  const unfinished = template.replace('template', 'making');
  await ensureDatabase(client, { name: unfinished, owner: TEST_OWNER.user });
  const { onStatement: _, ...quiet } = options;
  const database = await openDatabase(openOptions(name, quiet, urlOf(server, unfinished)));
  await database.close();
  await client.query(`ALTER DATABASE ${quoted(unfinished)} RENAME TO ${quoted(template)}`);
}

/** The name says which connection the database belongs to: when that one is gone, nobody uses it any more. */
async function ownName(client: TestServer['client']): Promise<string> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return `test_${rows[0]?.pid}_${randomBytes(6).toString('hex')}`;
}

/** Databases of test processes that were killed, and templates and roles of runs that are over. */
async function dropLeftovers(client: TestServer['client']): Promise<void> {
  const { rows: databases } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
     WHERE datname ~ '^(making|template)_' AND datname NOT LIKE $1
       OR datname ~ '^test_' AND split_part(datname, '_', 2) NOT IN (SELECT pid::text FROM pg_stat_activity)`,
    [`%_${runKey()}_%`],
  );
  for (const { name } of databases) await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
  const { rows: roles } = await client.query<{ name: string }>(
    `WITH role AS (SELECT oid, rolname AS name, regexp_replace(rolname, '_[a-z]+$', '') AS template FROM pg_roles)
     SELECT name FROM role WHERE name ~ '^making_' AND name NOT LIKE $1 AND template NOT IN (
       SELECT template FROM role JOIN pg_shdepend ON refclassid = 'pg_authid'::regclass AND refobjid = role.oid)`,
    [`making_${runKey()}_%`],
  );
  for (const { name } of roles) await client.query(`DROP ROLE IF EXISTS ${quoted(name)}`);
}

function openOptions(name: DatabaseName, options: TestDatabaseOptions, url: string) {
  return {
    name,
    url,
    secret: TEST_SECRET,
    clock: options.clock ?? TEST_CLOCK,
    entities: options.entities ?? [],
    migrations: options.migrations,
    poolSize: options.poolSize ?? 4,
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  };
}

function urlOf(server: TestServer, database: string): string {
  return `postgresql://${TEST_OWNER.user}:${TEST_OWNER.password}@127.0.0.1:${server.port}/${database}`;
}

/** Templates belong to one run of the tests: what migrations import may have changed before the next. */
function runKey(): string {
  return createHash('sha256').update(`${process.ppid}`).digest('hex').slice(0, 6);
}

function templateName(name: DatabaseName, migrations: readonly Function[]): string {
  const content = createHash('sha256')
    .update([name, ...migrations.map(String)].join('\n'))
    .digest('hex');
  return `template_${runKey()}_${content.slice(0, 16)}`;
}
