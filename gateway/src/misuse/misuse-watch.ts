import type { Clock } from '@mainstay/primitives';
import type { Database, Logger } from '@mainstay/subgraph-kit';
import { insertFindings } from '../own-graph/modules/misuse-signal/misuse-signal.repository.ts';
import { detectors } from './detectors/index.ts';
import { authoritiesWithEvents, gatherFacts, type FactSources } from './gather-facts.ts';

/** How long the watch rests between two looks unless told otherwise. */
export const usualRestMs = 5 * 60_000;
/** A gateway that has just started has other things to do first. */
const FIRST_MS = 10_000;
/** Whoever holds this advisory lock of the gateway's database watches; other gateways let it. */
const LOCK = 7_730_142_905;

/** What the watch works with. */
export interface MisuseWatchOptions extends FactSources {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds between two looks. */
  readonly restMs: number;
}

/** Runs the detectors over every authority's audit, again and again, and puts what they notice into the queue. */
export class MisuseWatch {
  readonly #options: MisuseWatchOptions;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(options: MisuseWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#next(FIRST_MS);
  }

  /** Looks at everything once; answers how many new signals there are, or null when another gateway is looking. */
  async run(): Promise<number | null> {
    const { database, clock } = this.#options;
    const now = clock.now();
    return database.service(async (db) => {
      const [lock] = await db.query<{ isMine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "isMine"', [LOCK]);
      if (!lock?.isMine) return null;
      let added = 0;
      for (const laCode of await authoritiesWithEvents(db, now)) {
        const facts = await gatherFacts(db, { laCode, now }, this.#options);
        const findings = Object.values(detectors).flatMap((detect) => detect(facts));
        added += await insertFindings(db, laCode, findings);
      }
      return added;
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  #next(afterMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.run()
        .catch((error: unknown) => this.#options.logger.error('misuse watch failed', { error }))
        .finally(() => this.#next(this.#options.restMs));
    }, afterMs).unref();
  }
}
