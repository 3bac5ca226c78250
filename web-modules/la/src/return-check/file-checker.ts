// Vite answers the address of the script it builds of a file that is asked for so.
// oxlint-disable-next-line import/default
import workerUrl from './check-files.worker.ts?worker&url';
import type { CheckAnswers, CheckMessage, CheckRequest } from './check-messages.ts';

type Ask = CheckRequest['ask'];
type Without<T> = T extends unknown ? Omit<T, 'id'> : never;

/** The scripts this page may have workers made of: the one that checks files, at its own address. */
const policy = (
  globalThis as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ): { createScriptURL(url: string): string };
    };
  }
).trustedTypes?.createPolicy('mainstay-check-files', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('Only the script that checks files may be run as a worker.');
    return url;
  },
});

/**
 * Checks files in a worker of this page. The worker's script was fetched with its published hash before; the worker itself
 * can reach nothing: the policy its script comes with allows no connection.
 */
export class FileChecker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { done: (answer: never) => void; failed: (error: Error) => void }>();
  #asked = 0;

  private constructor(worker: Worker, onProgress: (label: string, share: number) => void) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<CheckMessage>) => {
      if (data.kind === 'progress') return onProgress(data.label, data.share);
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.kind === 'answer') waiting?.done(data.answer as never);
      else waiting?.failed(new Error(data.message));
    };
    worker.onerror = () => {
      for (const { failed } of this.#waiting.values())
        failed(new Error('The check stopped. Reload the page and try again.'));
      this.#waiting.clear();
    };
  }

  /** Starts the worker, once its script is what was published. */
  static async start(onProgress: (label: string, share: number) => void): Promise<FileChecker> {
    await fetchPublished(workerUrl);
    const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
    return new FileChecker(new Worker(url, { type: 'module', name: 'check-files' }), onProgress);
  }

  /** Asks the worker. */
  ask<A extends Ask>(request: Extract<Without<CheckRequest>, { ask: A }>): Promise<CheckAnswers[A]> {
    const id = ++this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ ...request, id });
    });
  }

  /** Ends the worker; what it read is gone with it. */
  stop(): void {
    this.#worker.terminate();
  }
}

/** Fetches a script with the hash the page's import map has of it, so that the browser refuses any other. */
async function fetchPublished(url: string): Promise<void> {
  const map = document.querySelector('script[type="importmap"]')?.textContent ?? '{}';
  const { integrity = {} } = JSON.parse(map) as { integrity?: Readonly<Record<string, string>> };
  const hash = integrity[new URL(url, location.href).pathname];
  const answer = await fetch(url, hash ? { integrity: hash } : {});
  await answer.arrayBuffer();
}
