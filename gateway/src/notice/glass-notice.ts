import type { Logger, TouchedChange } from '@mainstay/subgraph-kit';

const PATIENCE_MS = 5_000;

/** Where the authority's own means of telling people are reached, such as what sends its messages; null for nowhere. */
export interface GlassNoticeOptions {
  readonly webhook: string | null;
  readonly logger: Logger;
}

/**
 * Tells outside Mainstay, at once, that a glass was broken: a POST with the authority's code, the glass's id and what
 * happened, and nothing of the child or the person. Managers who are signed in are told by the page.
 */
export class GlassNotice {
  readonly #options: GlassNoticeOptions;

  constructor(options: GlassNoticeOptions) {
    this.#options = options;
  }

  /** Tells the glasses that were broken by an operation; never waits, and never fails the operation. */
  tell(changes: readonly TouchedChange[]): void {
    const { webhook } = this.#options;
    if (webhook === null) return;
    for (const { what, laCode, ids } of changes) {
      if (what === 'glass broken') void this.#send(webhook, { event: 'glass-broken', laCode, breakGlassIds: ids });
    }
  }

  async #send(webhook: string, body: object): Promise<void> {
    try {
      const response = await fetch(webhook, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.body?.cancel();
      if (!response.ok) this.#options.logger.error('broken glass not told outside', { status: response.status });
    } catch (error) {
      this.#options.logger.error('broken glass not told outside', { error });
    }
  }
}
