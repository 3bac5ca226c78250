import type { FastifyReply } from 'fastify';
import { HttpError } from '../http-error.ts';

/** Every request costs this much, whatever it asks, besides the cost of its operation (cost.ts). */
export const pointsOfRequest = 10;
/** A file costs as much as an operation of this cost. */
export const costOfUpload = 1_000;
const minuteMs = 60_000;
const mostRemembered = 20_000;

interface Account {
  /** Points that are left; fractions come back with time. */
  points: number;
  /** Milliseconds on the process's own clock, which goes on however others are set. */
  at: number;
}

/**
 * How much each client may ask for: a number of points, which come back evenly over a minute. A client is a person or a
 * machine, whatever they come with. Kept in memory, by each gateway process for itself, of a bounded number of clients:
 * those not heard of for longest are forgotten first.
 */
export class CostBudget {
  readonly #pointsPerMinute: number;
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();

  constructor(o: { pointsPerMinute: number; now?: () => number }) {
    this.#pointsPerMinute = o.pointsPerMinute;
    this.#now = o.now ?? (() => performance.now());
  }

  /**
   * Takes what an operation costs from the client's budget, and tells in the answer's headers what is left. Throws
   * HttpError 429, and says when to come back, when it does not suffice; nothing is taken then.
   */
  spend(client: string, cost: number, reply: FastifyReply): void {
    if (!Number.isFinite(this.#pointsPerMinute)) return;
    const points = pointsOfRequest + cost;
    const account = this.#account(client);
    const isEnough = account.points >= points;
    if (isEnough) account.points -= points;
    reply.header('ratelimit-policy', `"cost";q=${this.#pointsPerMinute};w=${minuteMs / 1000}`);
    const untilFull = this.#secondsUntil(this.#pointsPerMinute - account.points);
    reply.header('ratelimit', `"cost";r=${Math.floor(account.points)};t=${untilFull}`);
    if (isEnough) return;
    const wait = this.#secondsUntil(Math.min(points, this.#pointsPerMinute) - account.points);
    reply.header('retry-after', wait);
    throw new HttpError(
      429,
      'RATE_LIMITED',
      `You have asked for more than your budget gives. Try again in ${wait} seconds, and ask for less at a time.`,
    );
  }

  #account(client: string): Account {
    const now = this.#now();
    const known = this.#accounts.get(client);
    const cameBack = known ? ((now - known.at) / minuteMs) * this.#pointsPerMinute : this.#pointsPerMinute;
    const account = { points: Math.min(this.#pointsPerMinute, (known?.points ?? 0) + Math.max(0, cameBack)), at: now };
    this.#accounts.delete(client);
    const [oldest] = this.#accounts.keys();
    if (oldest !== undefined && this.#accounts.size >= mostRemembered) this.#accounts.delete(oldest);
    this.#accounts.set(client, account);
    return account;
  }

  #secondsUntil(points: number): number {
    return Math.max(1, Math.ceil((points / this.#pointsPerMinute) * (minuteMs / 1000)));
  }
}
