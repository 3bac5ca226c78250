import type { DatabaseName } from './database/database.ts';

/**
 * The URL of the application's own login for a database, from `<NAME>_DATABASE_APP_URL`; undefined when the login is
 * ours to make. For servers on which the owner may not create logins.
 */
export function appDatabaseUrl(name: DatabaseName): string | undefined {
  return process.env[`${name.toUpperCase()}_DATABASE_APP_URL`] || undefined;
}

const SHORTEST_SECRET = 32;

/**
 * The secret that was in force before the present one and is still taken while it is being changed; null at all other
 * times.
 *
 * @throws Error when it is too short to be one.
 */
export function previousSecret(): string | null {
  const previous = process.env['MAINSTAY_SECRET_PREVIOUS'] || null;
  if (previous !== null && previous.length < SHORTEST_SECRET) {
    throw new Error(`MAINSTAY_SECRET_PREVIOUS must have ${SHORTEST_SECRET} characters or more, or be left out.`);
  }
  return previous;
}

const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/** The environment for PostgreSQL's programs: none of the platform's own settings and secrets. */
export function programEnvironment(): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(passed), LC_ALL: 'C', LANG: 'C' };
}
