import { z } from 'zod';
import { plainDate, type Clock, type PlainDate, delegatedFunctions } from '@mainstay/primitives';
import { FeedReader, type Database, type Db, type FeedEvent, type Logger } from '@mainstay/subgraph-kit';
import { refreshAccess, upsertAllocation } from './allocation.repository.ts';

/** What the feed of allocations works with. */
export interface AllocationFeedOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Asks contracts for its events after a position. */
  readonly contractsFeed: (after: number) => Promise<FeedEvent[]>;
}

const day = z.string().transform(plainDate);

/** An allocation as contracts tells it. What was told before contracts delegated functions one by one delegates all. */
const allocationEvent = z.object({
  id: z.string(),
  laCode: z.string(),
  childId: z.string(),
  practiceId: z.string(),
  contractId: z.string(),
  startedOn: day,
  endedOn: day.nullable(),
  endsAt: z.coerce.date().nullable().default(null),
  functions: z.array(z.string()).default([...delegatedFunctions]),
});

/** How often it is looked at whether a new day has begun. */
const DAY_CHECK_MS = 1_000;

/**
 * Keeps the copy of allocations up with contracts, and who may see a child up with the day: an allocation made for later
 * gives its practice sight of the child on the day it begins.
 */
export class AllocationFeed {
  readonly #options: AllocationFeedOptions;
  readonly #reader: FeedReader;
  readonly #dayCheck: NodeJS.Timeout;
  #day: PlainDate | null = null;
  #following: Promise<void> | null = null;

  constructor(options: AllocationFeedOptions) {
    const { database, clock, logger, contractsFeed } = options;
    this.#options = options;
    this.#reader = new FeedReader({
      name: 'contracts-allocation',
      database,
      clock,
      logger,
      fetch: contractsFeed,
      apply: applyAllocationEvent,
    });
    this.#reader.start();
    this.#dayCheck = setInterval(() => this.#noticeDay(), DAY_CHECK_MS).unref();
    this.#noticeDay();
  }

  /** Reads until there is nothing new. */
  async catchUp(): Promise<void> {
    await this.#reader.catchUp();
  }

  async stop(): Promise<void> {
    clearInterval(this.#dayCheck);
    await this.#reader.stop();
    await this.#following;
  }

  /** Begins to follow when a new day has begun; once at a time. */
  #noticeDay(): void {
    const today = this.#options.clock.today();
    if (today === this.#day || this.#following) return;
    this.#following = this.#followDay(today).finally(() => {
      this.#following = null;
    });
  }

  async #followDay(today: PlainDate): Promise<void> {
    const { database, logger } = this.#options;
    try {
      await database.service(refreshAccess);
      this.#day = today;
    } catch (error) {
      logger.warn('access not brought up to the day', { error });
    }
  }
}

/** Applies one event of the feed; doing it again changes nothing. Events of other topics are none of ours. */
export async function applyAllocationEvent(db: Db, { topic, payload }: FeedEvent): Promise<void> {
  if (topic === 'allocation') await upsertAllocation(db, allocationEvent.parse(payload));
}
