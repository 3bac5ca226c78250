import type { Clock } from '@mainstay/primitives';
import type { Database, Db, Logger } from '@mainstay/subgraph-kit';
import { canonicalEvent, chainedHash, noHash } from './audit-canonical.ts';
import { appendHeads, signHead, type AuditHead } from './audit-head.ts';
import type { AuditKeys } from './audit-keys.ts';
import { findUnsealed, looksOf, type StoredEvent } from './stored-event.ts';

/** What a sealer works with. */
export interface SealerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly keys: AuditKeys;
  /** Where heads are kept outside the database; null for nowhere. */
  readonly headsDir: string | null;
}

/** One number for all: whoever seals holds this advisory lock of the gateway's database. */
const lock = 5_530_271_846;
const everyMs = 600;
const mostAtOnce = 1_000;
/** Longer than any event takes from its instant to its commit, and than the clocks of two gateways differ. */
const longestUnderWayMs = 10 * 60_000;

interface Round {
  readonly heads: readonly AuditHead[];
  readonly isMore: boolean;
}

/** A place in a chain and the hash there. */
interface End {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Chains events that are committed, authority by authority, and signs the ends of the chains. One process at a time does
 * it, whichever comes first; requests never wait for it.
 */
export class AuditSealer {
  readonly #o: SealerOptions;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  /** All events from before this instant are sealed; null until all of them were looked through once. */
  #since: Date | null = null;
  /** The ends of the chains as this process made them last, by authority or `platform`. */
  readonly #made = new Map<string, End>();
  /** Heads that are to be kept outside the database and could not be yet. */
  #unkept: AuditHead[] = [];
  /** The places of the heads that this process put into files last, by authority or `platform`. */
  readonly #kept = new Map<string, number>();
  #isFailing = false;
  #isStopped = false;

  constructor(options: SealerOptions) {
    this.#o = options;
  }

  /** Seals from now on, until `stop`. */
  start(): void {
    const again = () => {
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => void this.sealNow().finally(again), everyMs).unref();
    };
    again();
  }

  /** Seals all that is committed. What goes wrong is in the log, and tried again in the next round. */
  async sealNow(): Promise<void> {
    this.#running = this.#running.then(async () => this.#seal());
    await this.#running;
  }

  /** The place of the head that this process put into an authority's file last; null for none. */
  lastKept(la: string): number | null {
    return this.#kept.get(la) ?? null;
  }

  /** Seals once more and ends. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.sealNow();
  }

  async #seal(): Promise<void> {
    const { database, logger } = this.#o;
    try {
      for (let isMore = true; isMore;) {
        const round: Round = await database.service(async (db) => this.#round(db));
        for (const head of round.heads) this.#made.set(head.la, head);
        this.#unkept.push(...round.heads);
        await this.#keepHeads();
        isMore = round.isMore;
      }
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) logger.error('audit cannot be sealed', { error });
      this.#isFailing = true;
    }
  }

  /** A file that cannot be written is tried again in the next round; of each authority the last head says all. */
  async #keepHeads(): Promise<void> {
    const { headsDir } = this.#o;
    const last = new Map(this.#unkept.map((head) => [head.la, head]));
    if (headsDir !== null) {
      for (const head of last.values()) {
        await appendHeads(headsDir, [head]);
        this.#kept.set(head.la, head.sequence);
        last.delete(head.la);
        this.#unkept = [...last.values()];
      }
    }
    this.#unkept = [];
  }

  async #round(db: Db): Promise<Round> {
    const startedAt = this.#o.clock.now().getTime();
    const [turn] = await db.query<{ isMine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "isMine"', [lock]);
    if (!turn?.isMine) return { heads: [], isMore: false };
    const events: StoredEvent[] = [];
    let last: StoredEvent | null = null;
    let found: StoredEvent[];
    do {
      found = await findUnsealed(db, { since: this.#since, after: last, limit: mostAtOnce });
      events.push(...found.filter((event) => this.#isOurs(event)));
      last = found.at(-1) ?? last;
    } while (found.length === mostAtOnce && events.length < mostAtOnce);
    const isMore = found.length === mostAtOnce;
    const heads = events.length > 0 ? await this.#chain(db, events) : [];
    if (!isMore) this.#since = new Date(startedAt - longestUnderWayMs);
    return { heads, isMore };
  }

  #isOurs(event: StoredEvent): boolean {
    if (this.#o.keys.isMac(event.keyId, canonicalEvent(event), event.mac) === true) return true;
    this.#o.logger.error('audit holds an event the platform did not write', { laCode: event.laCode });
    return false;
  }

  async #chain(db: Db, events: readonly StoredEvent[]): Promise<AuditHead[]> {
    const { keys } = this.#o;
    const laCodes = [...new Set(events.map(({ laCode }) => laCode))];
    const ends = await endsOf(db, laCodes);
    for (const laCode of laCodes) this.#compareWithMade(laCode, ends.get(laCode));
    const seals = events.map((event) => {
      const { laCode } = event;
      const before = ends.get(laCode) ?? { sequence: 0, hash: noHash };
      const sequence = before.sequence + 1;
      const hash = chainedHash(before.hash, { laCode, sequence }, event);
      ends.set(laCode, { sequence, hash });
      return { laCode, sequence, eventId: event.id, hash };
    });
    const at = this.#o.clock.now().toISOString();
    // The proof of a former key will not be known one day: a head signed with that key will stand for it.
    const former = new Map(events.filter(({ keyId }) => keyId !== keys.id).map(({ laCode, keyId }) => [laCode, keyId]));
    const heads = [...ends].map(([laCode, end]) =>
      signHead({ la: laCode || 'platform', ...end, at }, keys, former.get(laCode)),
    );
    await insertSeals(db, seals);
    await insertLooks(db, events);
    await insertHeads(db, heads);
    return heads;
  }

  /** An end that lies before the one made last, or is another, has been tampered with: somebody must act now. */
  #compareWithMade(laCode: string, end: End | undefined): void {
    const made = this.#made.get(laCode || 'platform');
    if (!made) return;
    const isBefore = end === undefined || end.sequence < made.sequence;
    if (isBefore || (end.sequence === made.sequence && end.hash !== made.hash)) {
      this.#o.logger.error('audit was tampered with: verify it', { laCode });
    }
  }
}

async function endsOf(db: Db, laCodes: readonly string[]): Promise<Map<string, End>> {
  const rows = await db.query<{ laCode: string; sequence: string; hash: string }>(
    `SELECT la.code AS "laCode", s.sequence, s.hash FROM unnest($1::text[]) AS la(code)
     CROSS JOIN LATERAL (SELECT sequence, hash FROM audit_event_seal WHERE la_code = la.code
       ORDER BY sequence DESC LIMIT 1) s`,
    [[...laCodes]],
  );
  return new Map(rows.map(({ laCode, sequence, hash }) => [laCode, { sequence: Number(sequence), hash }]));
}

async function insertSeals(db: Db, seals: readonly object[]): Promise<void> {
  await db.query(
    `INSERT INTO audit_event_seal (la_code, sequence, event_id, hash)
     SELECT "laCode", sequence, "eventId", hash
     FROM json_to_recordset($1::json) AS seal("laCode" text, sequence bigint, "eventId" text, hash text)`,
    [JSON.stringify(seals)],
  );
}

async function insertLooks(db: Db, events: readonly StoredEvent[]): Promise<void> {
  const looks = events.flatMap((event) =>
    [...looksOf(event)].map(([childId, how]) => [event.laCode, childId, event.id, how] as const),
  );
  if (looks.length === 0) return;
  await db.query(
    `INSERT INTO audit_event_child (la_code, child_id, at, event_id, how, subject, role, organisation, purpose, operation)
     SELECT look.la_code, look.child_id, e.at, e.id, look.how, e.subject, e.role, e.organisation, e.purpose, e.operation
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS look(la_code, child_id, event_id, how)
     JOIN audit_event e ON e.la_code = look.la_code AND e.id = look.event_id`,
    [0, 1, 2, 3].map((column) => looks.map((look) => look[column])),
  );
}

async function insertHeads(db: Db, heads: readonly AuditHead[]): Promise<void> {
  await db.query(
    `INSERT INTO audit_event_head (la_code, sequence, hash, at, key_id, signature)
     SELECT CASE la WHEN 'platform' THEN '' ELSE la END, sequence, hash, at, key, signature
     FROM json_to_recordset($1::json)
       AS head(la text, sequence bigint, hash text, at timestamptz, key text, signature text)`,
    [JSON.stringify(heads)],
  );
}
