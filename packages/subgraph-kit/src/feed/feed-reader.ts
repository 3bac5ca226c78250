import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@mainstay/primitives';
import type { Database, Db } from '../database/database.ts';
import { silentLogger, type Logger } from '../logger.ts';
import type { FeedEvent } from './outbox.ts';

/** Where a feed comes from and what its events do here. */
export interface FeedReaderOptions {
  /** Names the cursor. */
  readonly name: string;
  readonly database: Database;
  /** The events after a position, oldest first; none when there is nothing new. */
  readonly fetch: (after: number) => Promise<readonly FeedEvent[]>;
  /** Applies one event, in one transaction with the cursor. It may be applied again: it must come to the same. */
  readonly apply: (db: Db, event: FeedEvent) => Promise<void>;
  readonly clock: Clock;
  readonly logger?: Logger;
  /** Time between two looks when there was nothing new; 1 second when left out. */
  readonly intervalMs?: number;
}

const INTERVAL_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Reads the feed of another subgraph: every event at least once, in order. Events and cursor are committed together,
 * in batches as fetched; a batch that fails is tried again whole. Readers of the same name in several processes take turns.
 */
export class FeedReader {
  readonly #options: FeedReaderOptions;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;

  constructor(options: FeedReaderOptions) {
    this.#options = options;
  }

  /** Reads on in the background until `stop`. A failure is logged once and tried again, ever more patiently. */
  start(): void {
    if (this.#running) return;
    const abort = new AbortController();
    this.#running = { abort, done: this.#readOn(abort.signal) };
  }

  /** Stops; resolves when the batch under way is done. */
  async stop(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.done;
    this.#running = null;
  }

  /**
   * Reads until there is nothing new; answers how many events were applied. Whoever asks while this reader reads already
   * waits for it, and not for its lock in the database: many events take longer than a statement waits for one.
   */
  catchUp(): Promise<number> {
    const turn = this.#lastTurn.then(() => this.#catchUp());
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #catchUp(): Promise<number> {
    let applied = 0;
    for (;;) {
      const after = await this.#position();
      const events = await this.#options.fetch(after);
      if (events.length === 0) return applied;
      applied += await this.#apply(events);
    }
  }

  async #readOn(signal: AbortSignal): Promise<void> {
    const { logger = silentLogger, name, intervalMs = INTERVAL_MS } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.catchUp();
        if (failures > 0) logger.info('feed is read again', { operation: name, count: failures });
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) logger.warn('feed cannot be read', { operation: name, error });
      }
      const pause = Math.min(intervalMs * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  async #position(): Promise<number> {
    const { database, name } = this.#options;
    const [cursor] = await database.service((db) =>
      db.query<{ position: string }>('SELECT position FROM feed_cursor WHERE name = $1', [name]),
    );
    return Number(cursor?.position ?? 0);
  }

  async #apply(events: readonly FeedEvent[]): Promise<number> {
    const { database, name, apply, clock } = this.#options;
    return database.service(async (db) => {
      const reached = await lockCursor(db, name);
      const news = events.filter((event) => event.position > reached);
      for (const event of news) await apply(db, event);
      const last = news.at(-1);
      if (last) {
        const values = [name, last.position, clock.now()];
        await db.query('UPDATE feed_cursor SET position = $2, updated_at = $3 WHERE name = $1', values);
      }
      return news.length;
    });
  }
}

/** Where the cursor stands, held until the transaction ends: another reader of the same name waits and then skips. */
async function lockCursor(db: Db, name: string): Promise<number> {
  await db.query('INSERT INTO feed_cursor (name, position) VALUES ($1, 0) ON CONFLICT (name) DO NOTHING', [name]);
  const [cursor] = await db.query<{ position: string }>('SELECT position FROM feed_cursor WHERE name = $1 FOR UPDATE', [
    name,
  ]);
  return Number(cursor?.position ?? 0);
}
