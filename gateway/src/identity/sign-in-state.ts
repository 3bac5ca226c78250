import type { Clock } from '@mainstay/primitives';
import { acceptedSecrets, deriveKey } from '@mainstay/subgraph-kit';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { SignInUnderWay } from './sign-in-client.ts';

/** How long somebody may take at the sign-in service. */
export const signInSeconds = 30 * 60;

const payload = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), returnTo: z.string() });

/** Keeps a sign-in under way in the browser, encrypted. */
export class SignInState {
  /** The key that encrypts, and while the secret is being changed the one before. */
  readonly #keys: readonly Buffer[];
  readonly #clock: Clock;

  constructor(o: { secret: string; clock: Clock }) {
    this.#keys = acceptedSecrets(o.secret).map((secret) => deriveKey(secret, 'sign-in-cookie'));
    this.#clock = o.clock;
  }

  async seal(underWay: SignInUnderWay): Promise<string> {
    const until = Math.floor(this.#clock.now().getTime() / 1000) + signInSeconds;
    return new EncryptJWT({ ...underWay })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience('sign-in')
      .setExpirationTime(until)
      .encrypt(this.#keys[0] as Buffer);
  }

  /** Throws HttpError 400 when there is none, or it is forged or too old. */
  async open(cookie: string | undefined): Promise<SignInUnderWay> {
    let cause: unknown;
    for (const key of this.#keys) {
      try {
        const opened = await jwtDecrypt(cookie ?? '', key, { audience: 'sign-in', currentDate: this.#clock.now() });
        return payload.parse(opened.payload);
      } catch (error) {
        cause = error;
      }
    }
    throw new HttpError(400, 'UNAUTHENTICATED', 'This sign-in did not begin in this browser, or it took too long.', {
      cause,
    });
  }
}
