import type { Clock } from '@mainstay/primitives';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';

const windowMs = 60_000;
/** Failures of one address within a minute, after which it waits. */
const mostFailures = 60;
const mostRemembered = 10_000;

/**
 * Counts failed attempts to sign in or to get a token, by the address they came from. In memory, of this process, of a
 * bounded number of addresses: those not heard of for longest are forgotten first.
 */
export class FailedAttempts {
  readonly #clock: Clock;
  readonly #failures = new Map<string, { count: number; readonly until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws HttpError 429, and says in the answer when to come back, when too many attempts of the address failed. */
  requireFew(request: FastifyRequest, reply: FastifyReply): void {
    const known = this.#failures.get(request.ip);
    const now = this.#clock.now().getTime();
    if (!known || known.until <= now || known.count < mostFailures) return;
    reply.header('retry-after', Math.ceil((known.until - now) / 1000));
    throw new HttpError(429, 'RATE_LIMITED', 'Too many attempts failed. Wait a minute, then try again.');
  }

  /** An attempt failed. */
  failed({ ip: address }: FastifyRequest): void {
    const now = this.#clock.now().getTime();
    const known = this.#failures.get(address);
    this.#failures.delete(address);
    if (this.#failures.size >= mostRemembered) {
      const [oldest] = this.#failures.keys();
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
    const isOver = !known || known.until <= now;
    this.#failures.set(address, isOver ? { count: 1, until: now + windowMs } : { ...known, count: known.count + 1 });
  }
}
