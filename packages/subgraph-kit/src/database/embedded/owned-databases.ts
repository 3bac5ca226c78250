import type pg from 'pg';
import { literal, quoted } from '../roles.ts';
import { scramVerifier } from '../scram.ts';

/** Every owner of a database belongs to it: what only a superuser may keep from all, they keep. */
const OWNERS = 'mainstay_owners';

/** A login that owns databases and may make the roles of their audiences, and nothing more. */
export interface OwnerLogin {
  readonly user: string;
  readonly password: string;
}

/**
 * Closes a new server: databases made from now on let nobody but owners call `set_config`, and nobody connect who was
 * not let in. Runs in `template1`, from which databases are copied.
 */
export async function closeTemplate(template: pg.Client): Promise<void> {
  const { rowCount } = await template.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNERS]);
  if (!rowCount) await template.query(`CREATE ROLE ${OWNERS} NOLOGIN`);
  await template.query(`
    REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO ${OWNERS};
  `);
}

/** Makes the login unless it is there. */
export async function ensureOwner(client: pg.Client, owner: OwnerLogin): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [owner.user]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${quoted(owner.user)} LOGIN CREATEROLE PASSWORD ${literal(scramVerifier(owner.password))}`,
  );
  await client.query(`GRANT ${OWNERS} TO ${quoted(owner.user)}`);
}

/** Makes the database unless it is there. `template` names one to copy. */
export async function ensureDatabase(
  client: pg.Client,
  database: { name: string; owner: string; template?: string },
): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database.name]);
  if (rowCount) return;
  const template = database.template ? ` TEMPLATE ${quoted(database.template)}` : '';
  await client.query(`CREATE DATABASE ${quoted(database.name)} OWNER ${quoted(database.owner)}${template}`);
}
