import type { Database, Db } from '@mainstay/subgraph-kit';
import { canonicalEvent, chainedHash, noHash } from './audit-canonical.ts';
import type { AuditKeys } from './audit-keys.ts';
import { Findings } from './chain-findings.ts';
import type { SignedUpTo } from './head-verifier.ts';
import { looksOf, storedEventColumns, type StoredEvent } from './stored-event.ts';

/** A chain that was recomputed from its rows. */
export interface VerifiedChain {
  /** Places in the chain. */
  readonly sealed: number;
  /** The last place and the hash there; null for an empty chain. */
  readonly end: { readonly sequence: number; readonly hash: string } | null;
  readonly findings: Findings;
}

/** Rows looked at together: what a verification needs of memory. */
const pageSize = 5_000;
/** An event that is not sealed after this was slipped in, or the sealer does not run. */
const sealedWithin = '60 seconds';

type SealedRow = { readonly sequence: string; readonly eventId: string; readonly sealHash: string } & (
  StoredEvent | { readonly id: null }
);

/** Recomputes an authority's chain from its rows, page by page, and says where rows and seals disagree. */
export async function verifyChain(
  database: Database,
  { laCode, keys, now, signedUpTo }: { laCode: string; keys: AuditKeys; now: Date; signedUpTo: SignedUpTo },
): Promise<VerifiedChain> {
  const chain = new Recomputation(laCode, keys, signedUpTo);
  for (;;) {
    const isLast = await database.service(async (db) => {
      const rows = await sealedAfter(db, laCode, chain.sequence);
      for (const row of rows) chain.add(row);
      await compareLooks(db, { laCode, rows, findings: chain.findings });
      return rows.length < pageSize;
    });
    if (isLast) break;
  }
  await database.service(async (db) => {
    await findUnsealedEvents(db, { laCode, keys, now, findings: chain.findings });
    await findStrayLooks(db, { laCode, findings: chain.findings });
  });
  return { sealed: chain.sealed, end: chain.end, findings: chain.findings };
}

class Recomputation {
  readonly findings = new Findings();
  sequence = 0;
  sealed = 0;
  end: VerifiedChain['end'] = null;
  #previous = noHash;
  readonly #laCode: string;
  readonly #keys: AuditKeys;
  readonly #signedUpTo: SignedUpTo;

  constructor(laCode: string, keys: AuditKeys, signedUpTo: SignedUpTo) {
    this.#laCode = laCode;
    this.#keys = keys;
    this.#signedUpTo = signedUpTo;
  }

  add(row: SealedRow): void {
    const sequence = Number(row.sequence);
    const missing = sequence - this.sequence - 1;
    if (missing > 0) {
      const places = missing === 1 ? `${sequence - 1}` : `${this.sequence + 1} to ${sequence - 1}`;
      this.findings.add('removed', this.sequence + 1, `The places ${places} are missing from the chain.`);
    }
    this.#compare(row, sequence, missing > 0);
    this.sequence = sequence;
    this.sealed += 1;
    this.#previous = row.sealHash;
    this.end = { sequence, hash: row.sealHash };
  }

  #compare(row: SealedRow, sequence: number, isAfterGap: boolean): void {
    if (row.id === null) {
      this.findings.add('removed', sequence, 'The event at this place was removed.');
      return;
    }
    if (!this.#isOurs(row, sequence)) {
      this.findings.add('not-written-by-the-platform', sequence, 'The event is not as the platform wrote it.');
    }
    const hash = chainedHash(this.#previous, { laCode: this.#laCode, sequence }, row);
    if (hash !== row.sealHash && !isAfterGap) {
      this.findings.add('edited', sequence, 'The event, its place or the seal before it was changed.');
    }
  }

  /** The proof of a former key is not known any more; a head signed with that key later on stands for it. */
  #isOurs(event: StoredEvent, sequence: number): boolean {
    const isMac = this.#keys.isMac(event.keyId, canonicalEvent(event), event.mac);
    return isMac ?? sequence <= (this.#signedUpTo.get(event.keyId) ?? 0);
  }
}

function sealedAfter(db: Db, laCode: string, sequence: number): Promise<SealedRow[]> {
  return db.query(
    `SELECT s.sequence, s.event_id AS "eventId", s.hash AS "sealHash", ${storedEventColumns}
     FROM audit_event_seal s LEFT JOIN audit_event e ON e.la_code = s.la_code AND e.id = s.event_id
     WHERE s.la_code = $1 AND s.sequence > $2 ORDER BY s.sequence LIMIT $3`,
    [laCode, sequence, pageSize],
  );
}

/** Who looked at which child is told from a copy of what events say; the copy must say the same. */
async function compareLooks(
  db: Db,
  { laCode, rows, findings }: { laCode: string; rows: readonly SealedRow[]; findings: Findings },
): Promise<void> {
  const events = rows.filter((row) => row.id !== null);
  const ids = events.map(({ id }) => id);
  const looks = await db.query<{ eventId: string; looks: string }>(
    `SELECT c.event_id AS "eventId", string_agg(concat_ws('|', c.child_id, c.how, c.at = e.at, c.subject IS NOT DISTINCT FROM
         e.subject, c.role IS NOT DISTINCT FROM e.role, c.organisation IS NOT DISTINCT FROM e.organisation,
         c.purpose = e.purpose, c.operation IS NOT DISTINCT FROM e.operation), ',' ORDER BY c.child_id COLLATE "C") AS looks
     FROM audit_event_child c JOIN audit_event e ON e.la_code = c.la_code AND e.id = c.event_id
     WHERE c.la_code = $1 AND c.event_id = ANY ($2) GROUP BY c.event_id`,
    [laCode, ids],
  );
  const kept = new Map(looks.map(({ eventId, looks: text }) => [eventId, text]));
  for (const event of events) {
    const expected = [...looksOf(event)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = expected.map(([child, how]) => `${child}|${how}|t|t|t|t|t|t`).join(',');
    if ((kept.get(event.id) ?? '') !== text) {
      findings.add('looks-changed', Number(event.sequence), 'Who looked at which child says other than the event.');
    }
  }
}

/** Events the platform did not write are never sealed; of its own those of the last minute may not be yet. */
async function findUnsealedEvents(
  db: Db,
  { laCode, keys, now, findings }: { laCode: string; keys: AuditKeys; now: Date; findings: Findings },
): Promise<void> {
  const unsealed = await db.query<StoredEvent & { isLate: boolean }>(
    `SELECT ${storedEventColumns}, e.at NOT BETWEEN
       $2::timestamptz - interval '${sealedWithin}' AND $2::timestamptz + interval '${sealedWithin}' AS "isLate" FROM audit_event e
     WHERE e.la_code = $1
       AND NOT EXISTS (SELECT FROM audit_event_seal s WHERE s.la_code = e.la_code AND s.event_id = e.id)
     ORDER BY e.at LIMIT ${pageSize}`,
    [laCode, now],
  );
  for (const event of unsealed) {
    if (keys.isMac(event.keyId, canonicalEvent(event), event.mac) === false) {
      findings.add(
        'not-written-by-the-platform',
        null,
        `The event ${event.id} was slipped in: it is not as the platform writes.`,
      );
    } else if (event.isLate) {
      findings.add(
        'not-sealed',
        null,
        `The event ${event.id} is not in the chain: it was slipped in, or its seal removed.`,
      );
    }
  }
}

async function findStrayLooks(db: Db, { laCode, findings }: { laCode: string; findings: Findings }): Promise<void> {
  const stray = await db.query<{ eventId: string }>(
    `SELECT DISTINCT c.event_id AS "eventId" FROM audit_event_child c
     WHERE c.la_code = $1 AND NOT EXISTS (
       SELECT FROM audit_event_seal s JOIN audit_event e ON e.la_code = s.la_code AND e.id = s.event_id
       WHERE s.la_code = c.la_code AND s.event_id = c.event_id)
     LIMIT ${pageSize}`,
    [laCode],
  );
  for (const { eventId } of stray) {
    findings.add('looks-changed', null, `A look at a child names the event ${eventId}, which is not in the chain.`);
  }
}
