import type { Database } from '@mainstay/subgraph-kit';

/** Requests are over long before this many came after them. */
const mostRemembered = 10_000;

/** Which session each request of this process came with; told by the door, asked by the gateway's part of the graph. */
class SessionsOfRequests {
  readonly #known = new Map<string, string>();

  tell(requestId: string, sessionId: string): void {
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= mostRemembered) this.#known.delete(oldest);
    this.#known.set(requestId, sessionId);
  }

  /** Null for a request that came with an access token. */
  of(requestId: string): string | null {
    return this.#known.get(requestId) ?? null;
  }
}

const known = new WeakMap<Database, SessionsOfRequests>();

/** Those of the gateway over a database: the door and the graph of one process share it. */
export function sessionsOfRequests(database: Database): SessionsOfRequests {
  const found = known.get(database) ?? new SessionsOfRequests();
  known.set(database, found);
  return found;
}
