import type { Db } from '@mainstay/subgraph-kit';
import type { SignedAuditEvent } from './audit-event.ts';

/** An event as the store gives it back. */
export interface StoredEvent extends SignedAuditEvent {
  /** The database's number of the transaction it was written in. */
  readonly transaction: string;
}

/** An event's columns, each as it was written: the instant with its microseconds, JSON letter by letter. */
export const storedEventColumns = `e.id, e.la_code AS "laCode",
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.kind, e.outcome, e.subject, e.role,
  e.organisation, e.purpose, e.operation, e.document_hash AS "documentHash", e.opened_ids AS "openedIds",
  e.changed_ids AS "changedIds", e.listed_ids AS "listedIds", e.lists::text AS lists, e.changes::text AS changes, e.code,
  e.request_id AS "requestId", e.client, e.inspection_id AS "inspectionId", e.break_glass_id AS "breakGlassId",
  e.key_id AS "keyId", e.mac, e.transaction::text AS transaction`;

/** Events that are not sealed yet, from the instant `since` on, in the order they are to be sealed. */
export async function findUnsealed(
  db: Db,
  { since, after, limit }: { since: Date | null; after: StoredEvent | null; limit: number },
): Promise<StoredEvent[]> {
  return db.query(
    `SELECT ${storedEventColumns} FROM audit_event e
     WHERE e.at >= coalesce($1::timestamptz, '-infinity') AND (e.transaction, e.id) > ($2::bigint, $3::text)
       AND NOT EXISTS (SELECT FROM audit_event_seal s WHERE s.la_code = e.la_code AND s.event_id = e.id)
     ORDER BY e.transaction, e.id LIMIT $4`,
    [since, after?.transaction ?? '-1', after?.id ?? '', limit],
  );
}

/** How somebody looked at each child of an event, the closest look of each. */
export function looksOf(event: StoredEvent): ReadonlyMap<string, 'OPENED' | 'LISTED' | 'CHANGED'> {
  return new Map([
    ...event.listedIds.map((id) => [id, 'LISTED'] as const),
    ...event.openedIds.map((id) => [id, 'OPENED'] as const),
    ...event.changedIds.map((id) => [id, 'CHANGED'] as const),
  ]);
}
