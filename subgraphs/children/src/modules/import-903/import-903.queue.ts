import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@mainstay/primitives';
import type { Database, Logger } from '@mainstay/subgraph-kit';
import { refreshStaleDuties } from '../duty/duty.refresh.ts';
import { abandonImport, findImport, INTERRUPTED_STAGE, type ImportKey } from './import-903.repository.ts';
import { startImportRunner, type ImportRunner } from './import-903.runner.ts';
import { ImportStoppedError, runImport, type ImportOrder } from './import-903.run.ts';
import type { SentFile } from './import-903.reading.ts';
import { UPLOAD_LIFETIME_MS } from '../upload/upload.entity.ts';
import { deleteUploads, deleteUploadsBefore, readUpload, type Upload } from '../upload/upload.repository.ts';

/** Imports that run at a time in one process: each holds the files it reads in memory. */
const IMPORTS_AT_A_TIME = 2;

/** How long an import waits for the transaction that put it on record to be committed. */
const COMMIT_PATIENCE_MS = 10_000;

/** How often, and for how long, an import that failed with the database is tried to be marked once that is back. */
const MARK_EVERY_MS = 500;
const MARK_PATIENCE_MS = 60_000;

/**
 * How often old uploads are thrown away and imports of dead processes marked: somebody may be watching one of them, and
 * the database may notice only after the next process has started that the one before is dead.
 */
const SWEEP_EVERY_MS = 5_000;

/** What the queue works with. */
export interface ImportQueueOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** An import on record that is to be run from uploads. */
export type QueuedImport = Omit<ImportOrder, 'files'> & { readonly uploads: readonly Upload[] };

/**
 * Runs imports in the background of this process, a few at a time, and cleans up: uploads that nobody used, and imports
 * that a process left behind when it died.
 */
export class ImportQueue {
  readonly #options: ImportQueueOptions;
  readonly #waiting: QueuedImport[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  readonly #runner: Promise<ImportRunner>;
  readonly #sweeper: NodeJS.Timeout;

  constructor(options: ImportQueueOptions) {
    this.#options = options;
    this.#runner = startImportRunner(options);
    this.#sweeper = setInterval(() => void this.sweep(), SWEEP_EVERY_MS).unref();
    void this.sweep();
  }

  /** The key that imports run by this process carry on record. */
  async runnerKey(): Promise<string> {
    return (await this.#runner).key;
  }

  /** Runs an import as soon as the transaction that put it on record is committed and its turn has come. */
  add(queued: QueuedImport): void {
    this.#waiting.push(queued);
    this.#next();
  }

  /** Throws away old uploads and marks imports of dead processes. Never fails: it is tried again soon. */
  async sweep(): Promise<void> {
    const { database, clock, logger } = this.#options;
    try {
      await (await this.#runner).markInterrupted();
      const oldest = new Date(clock.now().getTime() - UPLOAD_LIFETIME_MS);
      await database.service((db) => deleteUploadsBefore(db, oldest));
    } catch (error) {
      if (!this.#stop.signal.aborted) logger.warn('imports not swept', { error });
    }
  }

  /** Resolves when nothing is waiting or running. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Stops imports at their next step, marks them, and gives up the lock. */
  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    this.#stop.abort();
    await this.idle();
    await (await this.#runner).close();
  }

  #next(): void {
    if (this.#running.size >= IMPORTS_AT_A_TIME) return;
    const queued = this.#waiting.shift();
    if (!queued) return;
    const run = this.#run(queued).finally(() => {
      this.#running.delete(run);
      this.#next();
    });
    this.#running.add(run);
  }

  async #run(queued: QueuedImport): Promise<void> {
    const { logger } = this.#options;
    try {
      if (!(await this.#isCommitted(queued))) return;
      await runImport({ ...this.#options, signal: this.#stop.signal }, { ...queued, files: this.#filesOf(queued) });
      if (!queued.isDryRun) await this.#forgetUploads(queued);
    } catch (error) {
      if (!(error instanceof ImportStoppedError)) logger.error('import failed', { error, laCode: queued.laCode });
      await this.#abandon(queued, error);
      return;
    }
    if (!queued.isDryRun) await this.#refreshDuties(queued.laCode);
  }

  /** Works out what is due for the children the import changed. What this leaves undone is done when it is read. */
  async #refreshDuties(laCode: string): Promise<void> {
    try {
      await refreshStaleDuties({ ...this.#options, signal: this.#stop.signal }, { laCodes: [laCode] });
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#options.logger.warn('duties not worked out after an import', { error });
    }
  }

  async #isCommitted({ viewer, importId }: QueuedImport): Promise<boolean> {
    for (let waited = 0; waited < COMMIT_PATIENCE_MS; waited += 20) {
      if (await this.#options.database.read(viewer, (db) => findImport(db, importId, []))) return true;
      await wait(20);
    }
    // The transaction was rolled back: nobody was told of the import, so there is nobody to tell.
    return false;
  }

  async *#filesOf({ viewer, uploads }: QueuedImport): AsyncIterable<SentFile> {
    for (const upload of uploads) {
      yield { name: upload.name, bytes: await this.#options.database.read(viewer, (db) => readUpload(db, upload)) };
    }
  }

  #forgetUploads({ viewer, laCode, uploads }: QueuedImport): Promise<void> {
    const ids = uploads.map(({ id }) => id);
    return this.#options.database.write(viewer, (db) => deleteUploads(db, laCode, ids));
  }

  async #abandon(queued: QueuedImport, error: unknown): Promise<void> {
    const { database, clock, logger } = this.#options;
    const key: ImportKey = { laCode: queued.laCode, id: queued.importId };
    const end =
      error instanceof ImportStoppedError
        ? { status: 'INTERRUPTED' as const, stage: INTERRUPTED_STAGE }
        : { status: 'FAILED' as const, stage: 'A fault of the platform. Nothing changed. Try again.' };
    for (let waited = 0; ; waited += MARK_EVERY_MS) {
      try {
        return await database.write(queued.viewer, (db) => abandonImport(db, key, { ...end, at: clock.now() }));
      } catch (failure) {
        if (waited < MARK_PATIENCE_MS && !this.#stop.signal.aborted) {
          await wait(MARK_EVERY_MS, undefined, { ref: false });
          continue;
        }
        // Without the database there is no marking it now; the next process to start will, by the lock.
        return logger.error('import not marked', { error: failure, laCode: queued.laCode });
      }
    }
  }
}
