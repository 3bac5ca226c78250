import type { Logger } from '@mainstay/subgraph-kit';
import { AuditUnavailableError } from './audit-unavailable-error.ts';
import type { SignedAuditEvent } from './audit-event.ts';

/** Puts events into the store, all or none. */
export type StoreEvents = (events: readonly SignedAuditEvent[]) => Promise<void>;

interface Waiting {
  readonly events: readonly SignedAuditEvent[];
  readonly settle: (error?: unknown) => void;
}

/** How long a request waits for its events to be written. */
const patienceMs = 2_000;
/** Events that may wait; whoever comes then is refused at once. */
const mostWaiting = 5_000;
/** Events of one statement. */
const mostAtOnce = 500;

/**
 * Writes events before answers leave. While one statement is under way the events that come go together in the next, so
 * that many requests share a commit.
 */
export class AuditWriter {
  readonly #store: StoreEvents;
  readonly #logger: Logger;
  #waiting: Waiting[] = [];
  #size = 0;
  #isWriting = false;
  #fault: unknown = null;

  constructor(o: { store: StoreEvents; logger: Logger }) {
    this.#store = o.store;
    this.#logger = o.logger;
  }

  /** Why nothing could be written when it was tried last; null when it could. */
  get fault(): unknown {
    return this.#fault;
  }

  /** Takes down whether writing works, as somebody found who tried it. */
  found(fault: unknown): void {
    if (fault !== null && this.#fault === null) this.#logger.error('audit cannot be written', { error: fault });
    if (fault === null && this.#fault !== null) this.#logger.info('audit is written again');
    this.#fault = fault;
  }

  /** Resolves when the events are in the store. Throws AuditUnavailableError when they are not within two seconds. */
  async write(events: readonly SignedAuditEvent[]): Promise<void> {
    if (this.#size + events.length > mostWaiting) throw this.#refusal(new Error('Too many events wait.'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry: Waiting = { events, settle: (error) => (error === undefined ? resolve() : reject(error)) };
    const timer = setTimeout(() => {
      this.#drop(entry);
      reject(new Error('The store did not answer in time.'));
    }, patienceMs);
    this.#waiting.push(entry);
    this.#size += events.length;
    void this.#writeAll();
    try {
      await promise;
    } catch (cause) {
      throw this.#refusal(cause);
    } finally {
      clearTimeout(timer);
    }
  }

  #refusal(cause: unknown): AuditUnavailableError {
    this.found(cause);
    const refusal = new AuditUnavailableError({ cause });
    this.#logger.warn('request refused: audit cannot be written', { reference: refusal.reference });
    return refusal;
  }

  async #writeAll(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      try {
        await this.#store(batch.flatMap(({ events }) => events));
        this.found(null);
        for (const { settle } of batch) settle();
      } catch (error) {
        for (const { settle } of batch) settle(error);
      }
    }
    this.#isWriting = false;
  }

  #nextBatch(): Waiting[] {
    let size = 0;
    const count = this.#waiting.findIndex(({ events }) => (size += events.length) > mostAtOnce);
    const batch = this.#waiting.splice(0, count < 0 ? this.#waiting.length : Math.max(1, count));
    for (const { events } of batch) this.#size -= events.length;
    return batch;
  }

  #drop(entry: Waiting): void {
    const at = this.#waiting.indexOf(entry);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    this.#size -= entry.events.length;
  }
}
