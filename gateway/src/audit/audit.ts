import type { Clock } from '@mainstay/primitives';
import type { Database, Logger } from '@mainstay/subgraph-kit';
import { canonicalEvent } from './audit-canonical.ts';
import { eventsOf, nobody, type AuditActor, type AuditEntry } from './audit-entry.ts';
import type { AuditEvent, SignedAuditEvent } from './audit-event.ts';
import type { AuditKeys } from './audit-keys.ts';
import { within } from '../subgraphs/time-limit.ts';
import { reasonOf } from './audit-fault.ts';
import { storeEvents, tryStore } from './audit-store.ts';
import { AuditWriter } from './audit-writer.ts';
import { RefusalTally } from './refusal-tally.ts';

/** How long what was found of the store is believed by `isReady`. */
const believedMs = 2_000;
/** How long a trial may take. */
const trialMs = 2_500;

/** A request that was refused before it was answered. */
export interface Refusal {
  readonly actor: AuditActor;
  /** Of the refusal, such as `UNAUTHENTICATED`. */
  readonly code: string;
  /** The door: a route, or the name of an operation. */
  readonly operation: string | null;
  readonly requestId: string;
  /** Tells senders who have not signed in apart, in memory only; their address. */
  readonly source: string;
}

/**
 * What was done, by whom, to which records: written before the answer leaves. `record` is for everybody who lets
 * somebody in or out, reads or changes something.
 */
export class Audit {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #keys: AuditKeys;
  readonly #writer: AuditWriter;
  readonly #refusals: RefusalTally<Refusal>;
  readonly #later = new Set<Promise<void>>();
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(o: { database: Database; clock: Clock; logger: Logger; keys: AuditKeys }) {
    this.#database = o.database;
    this.#clock = o.clock;
    this.#keys = o.keys;
    this.#writer = new AuditWriter({ store: (events) => storeEvents(o.database, events), logger: o.logger });
    this.#refusals = new RefusalTally(({ kind, count }) => {
      const lists = [{ name: `more refusals of this kind`, size: count }];
      this.#writeLater(refusalEntry(kind, { records: [], listed: [], lists, changes: [] }));
    });
  }

  /** Resolves when the entry is written down. Throws AuditUnavailableError when it cannot be: then nothing may be answered. */
  async record(entry: AuditEntry): Promise<void> {
    await this.#writer.write(this.#signed(eventsOf(entry, this.#clock.now())));
  }

  /**
   * Takes a refusal down. Of many that are alike the first few are written one by one, the others counted. Throws
   * AuditUnavailableError when it cannot be written; the refusal of somebody who is not known is waited for only when
   * writing failed before.
   */
  async refused(refusal: Refusal): Promise<void> {
    const { actor, code, operation, source } = refusal;
    const key = JSON.stringify([actor.subject ?? source, actor.subject === null, code, operation]);
    if (!this.#refusals.isOwnEvent(key, refusal)) return;
    const entry = refusalEntry(refusal);
    if (actor.subject === null && this.#writer.fault === null) this.#writeLater(entry);
    else await this.record(entry);
  }

  /** Whether events can be written now: found out by trying, at most every two seconds. */
  async isReady(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#triedAt < believedMs && this.#writer.fault === null) return true;
    this.#triedAt = now;
    const entry: AuditEntry = { kind: 'AUDIT', outcome: 'DONE', actor: nobody, operation: null, requestId: 'trial' };
    try {
      const trials = this.#signed(eventsOf(entry, this.#clock.now())).map((event) => tryStore(this.#database, event));
      await within(trialMs, Promise.all(trials));
      this.#writer.found(null);
      return true;
    } catch (error) {
      this.#writer.found(error);
      return false;
    }
  }

  /** Why nothing could be written when it was tried last, for whoever looks after the database; null when it could. */
  get reason(): string | null {
    return reasonOf(this.#writer.fault);
  }

  /** Tells what was only counted so far, and resolves when nothing waits to be written. */
  async close(): Promise<void> {
    this.#refusals.flush();
    await Promise.all(this.#later);
  }

  #writeLater(entry: AuditEntry): void {
    // The writer reports its failure itself; nobody is answered here.
    const written = this.record(entry).catch(() => {});
    this.#later.add(written);
    void written.finally(() => this.#later.delete(written));
  }

  #signed(events: readonly AuditEvent[]): SignedAuditEvent[] {
    const { id: keyId } = this.#keys;
    return events.map((event) => ({ ...event, keyId, mac: this.#keys.mac(canonicalEvent(event)) }));
  }
}

function refusalEntry(
  { actor, code, operation, requestId }: Refusal,
  touched?: NonNullable<AuditEntry['touched']>,
): AuditEntry {
  const entry: AuditEntry = { kind: 'REFUSAL', outcome: 'REFUSED', actor, operation, code, requestId };
  return touched ? { ...entry, touched } : entry;
}
