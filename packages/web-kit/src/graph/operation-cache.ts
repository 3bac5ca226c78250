import type { Answer } from './graphql-client.ts';
import { OperationError } from './graphql-client.ts';

/** What is known of one query with one set of variables. */
export interface CachedOperation {
  readonly answer: Answer<unknown> | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}

/** Asks the graph; `signal` tells it that nobody waits any longer. */
export type Ask = (signal: AbortSignal) => Promise<Answer<unknown>>;

interface Entry {
  state: CachedOperation;
  /** Milliseconds on the page's own clock; -Infinity without an answer, or when a mutation may have changed it. */
  answeredAt: number;
  asking: AbortController | null;
  ask: Ask;
  readonly readers: Set<() => void>;
  drop: ReturnType<typeof setTimeout> | undefined;
}

const minute = 60_000;
/** An answer younger than this is shown without asking again. */
const FRESH = minute;
/** An answer that no page shows any longer is kept this long for those who come back. */
const KEPT = 10 * minute;

const nothing: CachedOperation = { answer: undefined, error: null, isFetching: false };

/** Keeps the answers of the graph by query and variables: asked once however many parts of a page show them. */
export class OperationCache {
  readonly #entries = new Map<string, Entry>();

  /** What is known under `key` now: the same object until it changes. */
  read(key: string): CachedOperation {
    return this.#entries.get(key)?.state ?? nothing;
  }

  /** Shows what is under `key` to a part of the page, asking first unless the answer is fresh; answers how to leave. */
  open(key: string, ask: Ask, reader: () => void): () => void {
    const entry = this.#entry(key, ask);
    clearTimeout(entry.drop);
    entry.readers.add(reader);
    if (!entry.asking && performance.now() - entry.answeredAt > FRESH) void this.#fetch(entry);
    return () => {
      entry.readers.delete(reader);
      if (entry.readers.size > 0) return;
      entry.asking?.abort();
      entry.asking = null;
      entry.state = { ...entry.state, isFetching: false };
      entry.drop = setTimeout(() => this.#drop(key, entry), entry.state.answer ? KEPT : 0);
    };
  }

  /** Asks again, whether or not there is an answer. */
  refresh(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) void this.#fetch(entry);
  }

  /** After a mutation: asks again for what is on the page, and forgets how fresh the rest is. */
  invalidate(): void {
    for (const entry of this.#entries.values()) {
      entry.answeredAt = -Infinity;
      if (entry.readers.size > 0) void this.#fetch(entry);
    }
  }

  /** Forgets every answer whose key begins with `prefix`, those on the page included. */
  forget(prefix: string): void {
    for (const [key, entry] of this.#entries) {
      if (!key.startsWith(prefix)) continue;
      entry.asking?.abort();
      entry.asking = null;
      clearTimeout(entry.drop);
      this.#entries.delete(key);
      tell(entry, nothing);
    }
  }

  #drop(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #entry(key: string, ask: Ask): Entry {
    const known = this.#entries.get(key);
    if (known) return Object.assign(known, { ask });
    const entry: Entry = {
      state: nothing,
      answeredAt: -Infinity,
      asking: null,
      ask,
      readers: new Set(),
      drop: undefined,
    };
    this.#entries.set(key, entry);
    return entry;
  }

  async #fetch(entry: Entry): Promise<void> {
    // What was asked before a mutation may not answer after it.
    entry.asking?.abort();
    const asking = new AbortController();
    entry.asking = asking;
    tell(entry, { answer: entry.state.answer, error: null, isFetching: true });
    try {
      const answer = await askTwice(entry.ask, asking.signal);
      if (entry.asking !== asking) return;
      entry.answeredAt = performance.now();
      tell(entry, { answer, error: null, isFetching: false });
    } catch (cause) {
      if (entry.asking !== asking) return;
      const error = cause instanceof Error ? cause : new Error(String(cause));
      tell(entry, { answer: entry.state.answer, error: asking.signal.aborted ? null : error, isFetching: false });
    } finally {
      if (entry.asking === asking) entry.asking = null;
    }
  }
}

/** Once more when the line failed; what the graph refused, it would refuse again. */
async function askTwice(ask: Ask, signal: AbortSignal): Promise<Answer<unknown>> {
  try {
    return await ask(signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof OperationError) || error.code !== 'NETWORK') throw error;
    return ask(signal);
  }
}

function tell(entry: Entry, state: CachedOperation): void {
  entry.state = state;
  for (const reader of entry.readers) reader();
}
