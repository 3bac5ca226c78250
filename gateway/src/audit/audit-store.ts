import { literal, type Database } from '@mainstay/subgraph-kit';
import type { SignedAuditEvent } from './audit-event.ts';

const statementTimeoutMs = 2_000;

/**
 * Lists and changes travel as text inside the text, so that they are kept letter by letter: their proof is of the text.
 * Fails, and takes all back, when fewer rows were kept than sent: a trigger or a rule somebody put there swallows some.
 */
const insertSql = (
  events: string,
  count: number,
) => `WITH kept AS (INSERT INTO audit_event (id, la_code, at, kind, outcome, subject, role, organisation, purpose, operation,
    document_hash, opened_ids, changed_ids, listed_ids, lists, changes, code, request_id, client, inspection_id,
    break_glass_id, key_id, mac, transaction)
  SELECT id, "laCode", at, kind, outcome, subject, role, organisation, purpose, operation, "documentHash", "openedIds",
    "changedIds", "listedIds", lists::json, changes::json, code, "requestId", client, "inspectionId", "breakGlassId",
    "keyId", mac, pg_current_xact_id()::text::bigint
  FROM json_to_recordset(${events}::json) AS event(id text, "laCode" text, at timestamptz, kind text, outcome text, subject text,
    role text, organisation text, purpose text, operation text, "documentHash" text, "openedIds" text[],
    "changedIds" text[], "listedIds" text[], lists text, changes text, code text, "requestId" text, client text,
    "inspectionId" text, "breakGlassId" text, "keyId" text, mac text) RETURNING mac)
  SELECT (CASE count(*) WHEN ${count} THEN '0' ELSE 'some events were not kept' END)::int FROM kept`;

/** Puts events into the gateway's database, in one statement, one transaction and one round trip. */
export async function storeEvents(database: Database, events: readonly SignedAuditEvent[]): Promise<void> {
  await database.serviceStatement(insertSql(literal(JSON.stringify(events)), events.length), { statementTimeoutMs });
}

/** Finds out whether events could be written, by writing one and taking it back. Throws when not. */
export async function tryStore(database: Database, event: SignedAuditEvent): Promise<void> {
  const done = new Error('This event was a trial.');
  const trial = async () =>
    database.service(
      async (db) => {
        await db.query(insertSql('$1', 1), [JSON.stringify([event])]);
        throw done;
      },
      { statementTimeoutMs },
    );
  await trial().catch((error: unknown) => {
    if (error !== done) throw error;
  });
}
