import type { Clock } from '@mainstay/primitives';
import { createHmac, randomBytes } from 'node:crypto';

const windowMs = 60_000;
/** Requests from one connection in a minute: an office of 200 behind one address may answer at the same time. */
const usualMost = 600;

/**
 * Counts requests of one minute by where they came from, without knowing where that is: addresses are put through a code
 * whose key is thrown away with the counts every minute. In memory, of this process.
 */
export class SurveyRate {
  readonly #clock: Clock;
  readonly #most: number;
  #until = 0;
  #key = randomBytes(32);
  #counts = new Map<string, number>();

  constructor(clock: Clock, most = usualMost) {
    this.#clock = clock;
    this.#most = most;
  }

  /** Seconds to wait when there were too many; 0 when there were not. */
  secondsToWait(address: string): number {
    const now = this.#clock.now().getTime();
    if (now >= this.#until) {
      this.#until = now + windowMs;
      this.#key = randomBytes(32);
      this.#counts = new Map();
    }
    const code = createHmac('sha256', this.#key).update(address).digest('base64url');
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    return count > this.#most ? Math.ceil((this.#until - now) / 1000) : 0;
  }
}
