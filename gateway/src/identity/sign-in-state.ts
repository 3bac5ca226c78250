import type { Clock } from '@mainstay/primitives';
import { deriveKey } from '@mainstay/subgraph-kit';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { SignInUnderWay } from './sign-in-client.ts';

/** How long somebody may take at the sign-in service. */
export const signInSeconds = 30 * 60;

const payload = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), returnTo: z.string() });

/** Keeps a sign-in under way in the browser, encrypted. */
export class SignInState {
  readonly #key: Buffer;
  readonly #clock: Clock;

  constructor(o: { secret: string; clock: Clock }) {
    this.#key = deriveKey(o.secret, 'sign-in-cookie');
    this.#clock = o.clock;
  }

  async seal(underWay: SignInUnderWay): Promise<string> {
    const until = Math.floor(this.#clock.now().getTime() / 1000) + signInSeconds;
    return new EncryptJWT({ ...underWay })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience('sign-in')
      .setExpirationTime(until)
      .encrypt(this.#key);
  }

  /** Throws HttpError 400 when there is none, or it is forged or too old. */
  async open(cookie: string | undefined): Promise<SignInUnderWay> {
    try {
      const opened = await jwtDecrypt(cookie ?? '', this.#key, { audience: 'sign-in', currentDate: this.#clock.now() });
      return payload.parse(opened.payload);
    } catch (cause) {
      throw new HttpError(400, 'UNAUTHENTICATED', 'This sign-in did not begin in this browser, or it took too long.', {
        cause,
      });
    }
  }
}
