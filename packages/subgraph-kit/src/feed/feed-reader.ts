import type { Clock } from '@mainstay/primitives';
import type { Database, Db } from '../database/database.ts';
import type { Logger } from '../logger.ts';
import type { FeedEvent } from './outbox.ts';

/** Where a feed comes from and what its events do here. */
export interface FeedReaderOptions {
  /** Names the cursor. */
  readonly name: string;
  readonly database: Database;
  readonly fetch: (after: number) => Promise<FeedEvent[]>;
  /** Applies one event, in one transaction with the cursor. It may be applied again: it must come to the same. */
  readonly apply: (db: Db, event: FeedEvent) => Promise<void>;
  readonly clock: Clock;
  readonly logger?: Logger;
  readonly intervalMs?: number;
}

/** Reads the feed of another subgraph: every event at least once, in order. */
export class FeedReader {
  readonly #options: FeedReaderOptions;

  constructor(options: FeedReaderOptions) {
    this.#options = options;
  }

  /** Reads on in the background until `stop`. */
  start(): void {
    throw new Error(`not built yet: ${this.#options.name}`);
  }

  /** Stops; resolves when the event under way is done. */
  async stop(): Promise<void> {
    throw new Error('not built yet');
  }

  /** Reads until there is nothing new; answers how many events were applied. */
  async catchUp(): Promise<number> {
    throw new Error('not built yet');
  }
}
