import type { Database } from '../database/database.ts';

/** TypeORM's own record of what has run; no audience's role may touch it. */
const MIGRATIONS = 'migration';

/**
 * The tables and views of a database that row-level security does not hold on: no ENABLE, no FORCE, no policy for an
 * audience that has a grant, or a view that looks with its owner's eyes. A subgraph's test expects none.
 */
export async function unguardedTables(database: Database): Promise<string[]> {
  const rows = await database.owner((db) =>
    db.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'sec')
         AND n.nspname NOT LIKE 'pg_temp%' AND c.relname <> $1
         AND CASE
           WHEN c.relkind IN ('r', 'p') THEN NOT (c.relrowsecurity AND c.relforcerowsecurity)
             OR EXISTS (
               SELECT FROM aclexplode(c.relacl) g
               WHERE g.grantee <> c.relowner
                 AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND g.grantee = ANY (p.polroles)))
           WHEN c.relkind = 'v' THEN NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
           ELSE c.relkind = 'm'
         END
       ORDER BY name`,
      [MIGRATIONS],
    ),
  );
  return rows.map((row) => row.name);
}
