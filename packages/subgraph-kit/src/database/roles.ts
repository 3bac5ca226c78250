import type { DatabaseAudience, Roles } from './database.ts';

/** The audiences that have a database role. */
export const AUDIENCES: readonly DatabaseAudience[] = ['la', 'practice', 'inspector', 'named', 'figures', 'service'];

/** PostgreSQL cuts names after 63 bytes; the longest suffix has ten. */
const LONGEST_PREFIX = 50;

/**
 * The names of the roles of the database called `database`. Roles belong to the whole server, so the database's name
 * leads them: `children_la` in a database called `children`.
 */
export function roles(database: string): Roles {
  const prefix = prefixOf(database);
  return {
    la: `${prefix}_la`,
    practice: `${prefix}_practice`,
    inspector: `${prefix}_inspector`,
    named: `${prefix}_named`,
    figures: `${prefix}_figures`,
    service: `${prefix}_service`,
  };
}

/** The login the platform itself uses: it owns nothing and can do nothing but become one of the roles. */
export function appRole(database: string): string {
  return `${prefixOf(database)}_app`;
}

/** `name` as an SQL identifier, whatever it contains. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `text` as an SQL literal, for the few statements that take no parameters. */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('An SQL literal cannot hold NUL.');
  const escaped = text.replaceAll("'", "''");
  return escaped.includes('\\') ? ` E'${escaped.replaceAll('\\', '\\\\')}'` : `'${escaped}'`;
}

function prefixOf(database: string): string {
  if (Buffer.byteLength(database) > LONGEST_PREFIX) {
    throw new RangeError(`The name of a database may have ${LONGEST_PREFIX} bytes at most.`);
  }
  return database;
}
