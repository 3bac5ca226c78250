import type { Db } from '@mainstay/subgraph-kit';
import type { AuditKind, AuditOutcome } from '../../../audit/audit-event.ts';
import type { AuditEventRow } from './audit-event.entity.ts';

/** Which events are wanted; as the graph asks. */
export interface AuditEventFilter {
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly personId?: string | null;
  readonly childId?: string | null;
  readonly kinds?: readonly AuditKind[] | null;
  readonly outcome?: AuditOutcome | null;
}

/** Events of one authority. */
export interface EventsWanted {
  readonly laCode: string;
  readonly filter: AuditEventFilter;
  /** Children whose records are restricted to others: what opened or changed one of them is not there. */
  readonly hidden: readonly string[];
}

/** What was done under one inspection. */
export interface LogWanted {
  readonly inspectionId: string;
  /** Children restricted to others. */
  readonly hidden: readonly string[];
  /** The children that alone may appear; null for all. */
  readonly named: readonly string[] | null;
}

/** The place after which a page begins: an instant with its microseconds, and an id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** Where a page begins and how long it is. */
export interface PageAsked {
  readonly after: Place | null;
  readonly limit: number;
}

/** A row with its place in the order. */
export type Placed<Row> = Row & { readonly place: string };

/** One row of `audit_event_child`: somebody's look at a child. */
export interface ChildAccessRow {
  readonly eventId: string;
  readonly at: Date;
  readonly subject: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly how: 'OPENED' | 'LISTED' | 'CHANGED';
  readonly purpose: string;
  readonly operation: string | null;
}

/** How an authority's chain stands. */
export interface AuditChainRow {
  readonly sealedEvents: number;
  readonly unsealedEvents: number;
  readonly headHash: string | null;
  readonly headAt: Date | null;
  readonly lastVerifiedAt: Date | null;
  readonly isIntact: boolean | null;
}

const placeOf = (table: string) => `to_char(${table}.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place`;

const columns = `e.la_code AS "laCode", e.id, e.at, e.kind, e.outcome, e.subject, e.role, e.organisation, e.purpose,
  e.operation, e.opened_ids AS "openedIds", e.changed_ids AS "changedIds", e.listed_ids AS "listedIds", e.lists, e.changes,
  e.code, e.request_id AS "requestId", e.inspection_id AS "inspectionId", s.sequence::float8 AS sequence, s.hash,
  ${placeOf('e')}`;

const sealed = 'LEFT JOIN audit_event_seal s ON s.la_code = e.la_code AND s.event_id = e.id';

/** The events with these ids, as far as row-level security lets them be seen. */
export function findEventsById(db: Db, ids: readonly string[]): Promise<AuditEventRow[]> {
  const laCodes = [...new Set(ids.map((id) => id.slice(0, id.indexOf('.'))))];
  return db.query(`SELECT ${columns} FROM audit_event e ${sealed} WHERE e.la_code = ANY ($1) AND e.id = ANY ($2)`, [
    laCodes,
    [...ids],
  ]);
}

/** A page of an authority's events, newest first, with one row more when there is a next page. */
export function findEvents(
  db: Db,
  { page, ...which }: EventsWanted & { readonly page: PageAsked },
): Promise<Placed<AuditEventRow>[]> {
  return db.query(
    `SELECT ${columns} FROM audit_event e ${sealed} WHERE ${wanted}
       AND ($9::timestamptz IS NULL OR (e.at, e.id) < ($9::timestamptz, $10::text))
     ORDER BY e.at DESC, e.id DESC LIMIT $11`,
    [...valuesOf(which), page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}

/** How many events of an authority are wanted. */
export async function countEvents(db: Db, which: EventsWanted): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM audit_event e WHERE ${wanted}`,
    valuesOf(which),
  );
  return row?.count ?? 0;
}

const wanted = `e.la_code = $1
  AND ($2::timestamptz IS NULL OR e.at >= $2::timestamptz) AND ($3::timestamptz IS NULL OR e.at < $3::timestamptz)
  AND ($4::text IS NULL OR e.subject = $4::text)
  AND ($5::text IS NULL OR e.id IN (SELECT event_id FROM audit_event_child
    WHERE la_code = $1 AND child_id = $5::text AND child_id <> ALL ($8::text[])))
  AND ($6::text[] IS NULL OR e.kind = ANY ($6::text[])) AND ($7::text IS NULL OR e.outcome = $7::text)
  AND NOT e.opened_ids && $8::text[] AND NOT e.changed_ids && $8::text[]`;

function valuesOf({ laCode, filter, hidden }: EventsWanted): unknown[] {
  const { from, to, personId, childId, kinds, outcome } = filter;
  return [laCode, from ?? null, to ?? null, personId ?? null, childId ?? null, kinds ?? null, outcome ?? null, hidden];
}

/** A page of what was done under an inspection, newest first, with one row more when there is a next page. */
export function findEventsOfInspection(
  db: Db,
  { page, ...which }: LogWanted & { readonly page: PageAsked },
): Promise<Placed<AuditEventRow>[]> {
  return db.query(
    `SELECT ${columns} FROM audit_event e ${sealed} WHERE ${ofInspection}
       AND ($4::timestamptz IS NULL OR (e.at, e.id) < ($4::timestamptz, $5::text))
     ORDER BY e.at DESC, e.id DESC LIMIT $6`,
    [...valuesOfLog(which), page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}

/** How many events there are of an inspection. */
export async function countEventsOfInspection(db: Db, which: LogWanted): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM audit_event e WHERE ${ofInspection}`,
    valuesOfLog(which),
  );
  return row?.count ?? 0;
}

const ofInspection = `e.inspection_id = $1 AND NOT e.opened_ids && $2::text[] AND NOT e.changed_ids && $2::text[]
  AND ($3::text[] IS NULL OR (e.opened_ids <@ $3::text[] AND e.changed_ids <@ $3::text[]))`;

function valuesOfLog({ inspectionId, hidden, named }: LogWanted): unknown[] {
  return [inspectionId, hidden, named];
}

/** A page of who looked at a child, newest first, with one row more when there is a next page. */
export function findAccesses(
  db: Db,
  { laCode, childId, page }: { laCode: string; childId: string; page: PageAsked },
): Promise<Placed<ChildAccessRow>[]> {
  return db.query(
    `SELECT c.event_id AS "eventId", c.at, c.subject, c.role, c.organisation, c.how, c.purpose, c.operation,
       ${placeOf('c')}
     FROM audit_event_child c WHERE c.la_code = $1 AND c.child_id = $2
       AND ($3::timestamptz IS NULL OR (c.at, c.event_id) < ($3::timestamptz, $4::text))
     ORDER BY c.at DESC, c.event_id DESC LIMIT $5`,
    [laCode, childId, page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}

/** How often a child was looked at. */
export async function countAccesses(db: Db, laCode: string, childId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'SELECT count(*)::float8 AS count FROM audit_event_child WHERE la_code = $1 AND child_id = $2',
    [laCode, childId],
  );
  return row?.count ?? 0;
}

/**
 * How an authority's chain stands. Events are sealed within seconds, so those that are not sealed yet are looked for from
 * some minutes before the last that is.
 */
export async function findChain(db: Db, laCode: string): Promise<AuditChainRow> {
  const [row] = await db.query<AuditChainRow>(
    `SELECT coalesce(last.sequence, 0)::float8 AS "sealedEvents", last.hash AS "headHash", head.at AS "headAt",
       verified.at AS "lastVerifiedAt", verified.is_intact AS "isIntact",
       (SELECT count(*)::float8 FROM audit_event e
         WHERE e.la_code = $1 AND e.at >= coalesce(last.at - interval '10 minutes', '-infinity')
           AND NOT EXISTS (SELECT FROM audit_event_seal s WHERE s.la_code = e.la_code AND s.event_id = e.id)
       ) AS "unsealedEvents"
     FROM (SELECT) AS one
     LEFT JOIN LATERAL (SELECT s.sequence, s.hash, e.at FROM audit_event_seal s
       LEFT JOIN audit_event e ON e.la_code = s.la_code AND e.id = s.event_id
       WHERE s.la_code = $1 ORDER BY s.sequence DESC LIMIT 1) last ON true
     LEFT JOIN LATERAL (SELECT at FROM audit_event_head WHERE la_code = $1 ORDER BY sequence DESC LIMIT 1) head ON true
     LEFT JOIN LATERAL (SELECT at, is_intact FROM audit_event_verification
       WHERE la_code = $1 ORDER BY at DESC LIMIT 1) verified ON true`,
    [laCode],
  );
  if (!row) throw new Error('A query that always answers one row answered none.');
  return row;
}
