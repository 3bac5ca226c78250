import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { deriveKey } from '../keys.ts';
import type { DatabaseName, Roles } from './database.ts';
import { appRole, AUDIENCES, literal, quoted, roles as rolesOf } from './roles.ts';
import { scramVerifier } from './scram.ts';
import { secGrantsSql, SEC_SCHEMA_SQL } from './sec-schema.ts';
import { requireSoundServer } from './server-version.ts';
import { contextKey, hmacBlocks } from './signed-context.ts';

/** What the owner is asked to prepare. */
export interface Preparation {
  readonly name: DatabaseName;
  readonly secret: string;
  /** The application's own login when somebody else made it; otherwise it is made here. */
  readonly appLogin: string | null;
}

/** A database that is ready for migrations. */
export interface PreparedDatabase {
  readonly roles: Roles;
  readonly app: { readonly user: string; readonly password: string | null };
}

/** Raised when anything below changes, so that existing databases are prepared again. */
const PREPARATION = 2;

/**
 * Makes the roles, the schema `sec` and the application's login, as the database's owner. Everything is made only when
 * it is missing or out of date: role changes are the whole server's, and two processes must not make them at once.
 */
export async function prepareDatabase(queryRunner: QueryRunner, wanted: Preparation): Promise<PreparedDatabase> {
  const server = await serverFacts(queryRunner);
  requireSoundServer(server.version);
  const origin = await originOf(queryRunner, server.database);
  const roles = rolesOf(origin);
  const app = {
    user: wanted.appLogin ?? appRole(origin),
    password: wanted.appLogin ? null : deriveKey(wanted.secret, `database-login:${wanted.name}`).toString('base64url'),
  };
  const fingerprint = fingerprintOf([PREPARATION, SEC_SCHEMA_SQL, origin, app.user, app.password, wanted.secret]);
  try {
    if (!(await isPrepared(queryRunner, fingerprint, [...Object.values(roles), app.user]))) {
      for (const role of Object.values(roles)) await createRole(queryRunner, role, 'NOLOGIN');
      await prepareSchema(queryRunner, roles, wanted);
      await prepareAppLogin(queryRunner, app, roles);
      if (server.isSuperuser) await withhold(queryRunner);
      await remember(queryRunner, fingerprint, origin);
    }
    if (server.isOpenToAll) await closeToOthers(queryRunner, server.database, app.user);
  } catch (error) {
    throw explained(error, wanted.name);
  }
  return { roles, app };
}

async function remember(queryRunner: QueryRunner, fingerprint: string, origin: string): Promise<void> {
  await queryRunner.query(
    `INSERT INTO sec.preparation (fingerprint, origin) VALUES (${literal(fingerprint)}, ${literal(origin)})
     ON CONFLICT (is_only) DO UPDATE SET fingerprint = EXCLUDED.fingerprint`,
  );
}

/** PostgreSQL says what it refused; the administrator has to know what to give. */
function explained(error: unknown, name: DatabaseName): unknown {
  if ((error as { code?: unknown }).code !== '42501') return error;
  return new Error(
    `The login in ${name.toUpperCase()}_DATABASE_URL lacks a right: it must own the database and have CREATEROLE, ` +
      'or be a superuser.',
    { cause: error },
  );
}

interface ServerFacts {
  readonly database: string;
  readonly version: number;
  readonly isSuperuser: boolean;
  /** True for a database as it was made: everybody may connect and make temporary tables. */
  readonly isOpenToAll: boolean;
}

async function serverFacts(queryRunner: QueryRunner): Promise<ServerFacts> {
  const [facts]: ServerFacts[] = await queryRunner.query(
    `SELECT current_database() AS database, current_setting('server_version_num')::int AS version,
       rolsuper AS "isSuperuser", has_database_privilege('public', current_database(), 'TEMP') AS "isOpenToAll" FROM pg_roles WHERE rolname = CURRENT_USER`,
  );
  if (!facts) throw new Error('The server does not know its own user.');
  return facts;
}

/** The name of the database the roles were made for: a copy of a database (TEMPLATE) goes on with the roles it came with. */
async function originOf(queryRunner: QueryRunner, database: string): Promise<string> {
  const [found]: { exists: boolean }[] = await queryRunner.query(
    `SELECT to_regclass('sec.preparation') IS NOT NULL AS exists`,
  );
  if (!found?.exists) return database;
  const [preparation]: { origin: string }[] = await queryRunner.query('SELECT origin FROM sec.preparation');
  return preparation?.origin ?? database;
}

async function isPrepared(queryRunner: QueryRunner, fingerprint: string, names: readonly string[]): Promise<boolean> {
  const [found]: { exists: boolean; roles: number }[] = await queryRunner.query(
    `SELECT to_regclass('sec.preparation') IS NOT NULL AS exists,
       (SELECT count(*)::int FROM pg_roles WHERE rolname = ANY ($1)) AS roles`,
    [names],
  );
  if (!found?.exists || found.roles < names.length) return false;
  const [preparation]: { fingerprint: string }[] = await queryRunner.query('SELECT fingerprint FROM sec.preparation');
  return preparation?.fingerprint === fingerprint;
}

async function createRole(queryRunner: QueryRunner, name: string, kind: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  const found: unknown[] = await queryRunner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  // Superuser, BYPASSRLS and REPLICATION are off unless asked for; naming them needs rights the owner may not have.
  if (found.length === 0) await queryRunner.query(`CREATE ROLE ${quoted(name)} ${kind} NOINHERIT`);
}

async function prepareSchema(queryRunner: QueryRunner, roles: Roles, wanted: Preparation): Promise<void> {
  const { inner, outer } = hmacBlocks(contextKey(wanted.secret, wanted.name));
  const names = AUDIENCES.map((audience) => `(${literal(audience)}, ${literal(roles[audience])})`).join(', ');
  await queryRunner.query(`
    ${SEC_SCHEMA_SQL}
    ${secGrantsSql(roles)}
    INSERT INTO sec.role_name (audience, name) VALUES ${names}
      ON CONFLICT (audience) DO UPDATE SET name = EXCLUDED.name;
    INSERT INTO sec.context_key (inner_block, outer_block)
      VALUES (decode('${inner.toString('hex')}', 'hex'), decode('${outer.toString('hex')}', 'hex'))
      ON CONFLICT (is_only) DO UPDATE SET inner_block = EXCLUDED.inner_block, outer_block = EXCLUDED.outer_block;
  `);
}

async function prepareAppLogin(
  queryRunner: QueryRunner,
  app: { user: string; password: string | null },
  roles: Roles,
): Promise<void> {
  if (app.password !== null) {
    await createRole(queryRunner, app.user, 'LOGIN');
    await queryRunner.query(`ALTER ROLE ${quoted(app.user)} PASSWORD ${literal(scramVerifier(app.password))}`);
  }
  const missing: { name: string }[] = await queryRunner.query(
    `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role($2, oid, 'MEMBER')`,
    [Object.values(roles), app.user],
  );
  for (const { name } of missing) await queryRunner.query(`GRANT ${quoted(name)} TO ${quoted(app.user)}`);
}

/** Takes from everybody what nobody but the owner needs. A copy of a database does not inherit this. */
async function closeToOthers(queryRunner: QueryRunner, database: string, app: string): Promise<void> {
  await queryRunner.query(`
    REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC;
    GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(app)};
  `);
}

/** What only a superuser can take from everybody. On a server of somebody else's the signed context has to do without. */
async function withhold(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC');
}

function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
