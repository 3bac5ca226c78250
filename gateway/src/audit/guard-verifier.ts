import type { Db } from '@mainstay/subgraph-kit';
import type { Findings } from './chain-findings.ts';

/** What the tables of the audit are made of, as far as a verification needs it. */
const expectedColumns: Readonly<Record<string, string>> = {
  audit_event: `la_code id at kind outcome subject role organisation purpose operation document_hash opened_ids changed_ids
    listed_ids lists changes code request_id client inspection_id break_glass_id key_id mac transaction`,
  audit_event_seal: 'la_code sequence event_id hash',
  audit_event_head: 'la_code sequence hash at key_id signature',
  audit_event_child: 'la_code child_id at event_id how subject role organisation purpose operation',
  audit_event_verification: 'la_code at is_intact sequence findings',
};

/** The body of the function that refuses changes, blanks aside. */
const refusingBody =
  "BEGIN RAISE EXCEPTION 'What the audit holds is never changed or removed.' USING ERRCODE = 'insufficient_privilege'; END";
/** BEFORE, for each statement, UPDATE or DELETE or TRUNCATE. */
const refusingTrigger = 2 + 16 + 8 + 32;

/** Tables as statements find them: one of another schema that is found first is looked at in their stead. */
const tables = `SELECT name, to_regclass(name)::oid AS oid FROM unnest($1::text[]) AS expected(name)`;

/** Tables and columns that are gone: then nothing can be recomputed. Answers whether there were any. */
export async function findMissing(db: Db, findings: Findings): Promise<boolean> {
  const rows = await db.query<{ name: string; columns: string[] | null }>(
    `SELECT t.name, (SELECT array_agg(a.attname::text) FROM pg_attribute a
       WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM (${tables}) t ORDER BY t.name`,
    [Object.keys(expectedColumns)],
  );
  for (const { name, columns } of rows) {
    if (columns === null) {
      findings.add('removed', null, `The table ${name} is gone.`);
      continue;
    }
    const missing = expectedColumns[name]?.split(/\s+/).filter((column) => !columns.includes(column)) ?? [];
    if (missing.length > 0) {
      findings.add('removed', null, `The table ${name} has no columns ${missing.join(', ')} any more.`);
    }
  }
  return findings.count > 0;
}

/**
 * Tables whose rows could be changed now, or kept from being written or seen, because what guards them was taken away or
 * something was put there that is not the platform's.
 */
export async function findUnguarded(db: Db, findings: Findings): Promise<void> {
  const found = await db.query<{ name: string; isGuarded: boolean; isAsMade: boolean; isSeen: boolean }>(
    `SELECT t.name,
       c.relkind = 'r' AND c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
         SELECT FROM pg_trigger g JOIN pg_proc f ON f.oid = g.tgfoid
         WHERE g.tgrelid = c.oid AND g.tgname = 'refuse_changes' AND g.tgenabled = 'A' AND g.tgtype = $2
           AND g.tgqual IS NULL AND g.tgattr::text = '' AND regexp_replace(trim(f.prosrc, E' \\n\\t;'), '\\s+', ' ', 'g') = $3
       ) AS "isGuarded",
       NOT EXISTS (SELECT FROM pg_trigger g
         WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgname <> 'refuse_changes')
       AND NOT EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid)
       AND NOT EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent)) AS "isAsMade",
       NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive)
       AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'service' AND p.polcmd = 'r'
         AND pg_get_expr(p.polqual, p.polrelid) = '(( SELECT sec.audience() AS audience) = ''service''::text)') AS "isSeen"
     FROM (${tables}) t JOIN pg_class c ON c.oid = t.oid ORDER BY t.name`,
    [Object.keys(expectedColumns), refusingTrigger, refusingBody],
  );
  for (const { name, isGuarded, isAsMade, isSeen } of found) {
    const add = (message: string) => findings.add('unguarded', null, `The table ${name} ${message}`);
    if (!isGuarded) add('no longer refuses changes: its trigger or row security was taken away or replaced.');
    if (!isAsMade) add('has a trigger, a rule or a part that is not the platform’s: it may swallow or change rows.');
    if (!isSeen) add('has other policies than the platform’s: they may hide rows from this verification.');
  }
}
