import type { Clock } from '@mainstay/primitives';
import { deriveKey } from '@mainstay/subgraph-kit';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { identityClaims, type IdentityClaims } from './claims.ts';

/** Somebody signed in with a browser. */
export interface Session {
  readonly id: string;
  readonly claims: IdentityClaims;
  /** Milliseconds since 1970 of the sign-in. */
  readonly signedInAt: number;
  /** Milliseconds since 1970 of the last request that renewed the cookie. */
  readonly seenAt: number;
}

const minute = 60_000;

/** After this long without a request the session is over. */
export const idleMs = 30 * minute;
/** After this long the session is over whatever happens. */
export const absoluteMs = 12 * 60 * minute;
/** The cookie is renewed at most this often. */
const renewAfterMs = minute;

const payload = z.object({ sid: z.string(), claims: identityClaims, signedInAt: z.number(), seenAt: z.number() });

const mostRemembered = 5_000;

/**
 * Keeps sessions in the browser, encrypted and unreadable there. A session that was signed out is remembered by this
 * process until it would have ended by itself, so that a copy of its cookie is worth nothing here.
 */
export class SessionCookies {
  readonly #key: Buffer;
  readonly #clock: Clock;
  readonly #opened = new Map<string, Session>();
  readonly #signedOut = new Map<string, number>();

  constructor(o: { secret: string; clock: Clock }) {
    this.#key = deriveKey(o.secret, 'session-cookie');
    this.#clock = o.clock;
  }

  /** Begins a session; answers the cookie's value. */
  async begin(claims: IdentityClaims): Promise<string> {
    const now = this.#now();
    return this.#seal({ id: randomUUID(), claims, signedInAt: now, seenAt: now });
  }

  /** The session of a cookie; null when it is forged, over, or was signed out. */
  async open(cookie: string): Promise<Session | null> {
    const session = this.#opened.get(cookie) ?? (await this.#decrypt(cookie));
    if (!session || this.#signedOut.has(session.id)) return null;
    const now = this.#now();
    if (now - session.seenAt > idleMs || now - session.signedInAt > absoluteMs) return null;
    remember(this.#opened, cookie, session);
    return session;
  }

  /** A new cookie for a session that goes on; null when the present one will do. */
  async renew(session: Session): Promise<string | null> {
    const now = this.#now();
    return now - session.seenAt < renewAfterMs ? null : this.#seal({ ...session, seenAt: now });
  }

  /** Ends a session. */
  end(session: Session): void {
    const now = this.#now();
    for (const [id, until] of this.#signedOut) if (until < now) this.#signedOut.delete(id);
    this.#signedOut.set(session.id, session.signedInAt + absoluteMs);
  }

  async #seal({ id, claims, signedInAt, seenAt }: Session): Promise<string> {
    return new EncryptJWT({ sid: id, claims, signedInAt, seenAt })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience('session')
      .encrypt(this.#key);
  }

  async #decrypt(cookie: string): Promise<Session | null> {
    try {
      const opened = await jwtDecrypt(cookie, this.#key, {
        audience: 'session',
        currentDate: this.#clock.now(),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const { sid, ...rest } = payload.parse(opened.payload);
      return { id: sid, ...rest };
    } catch {
      return null;
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

/** Keeps an entry in a map that never grows beyond a bound: the oldest goes. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.has(key)) return;
  if (map.size >= mostRemembered) {
    const oldest = map.keys().next();
    if (!oldest.done) map.delete(oldest.value);
  }
  map.set(key, value);
}
