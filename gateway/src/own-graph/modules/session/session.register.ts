import type { Clock } from '@mainstay/primitives';
import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { IdentityClaims } from '../../../identity/claims.ts';
import type { RegisterDatabase } from '../../../identity/register-database.ts';
import { absoluteMs, idleMs, replacedGraceMs, rotateAfterMs, seenEveryMs } from './session.limits.ts';
import {
  deleteOldSessions,
  endSession,
  endSessionsOfFormerRole,
  findSessionOfToken,
  insertSession,
  markSeen,
  replaceToken,
  type SessionOfToken,
} from './session.repository.ts';

/** Somebody signed in with a browser. */
export interface OpenSession {
  readonly id: string;
  readonly claims: IdentityClaims;
}

/** What a token opens. */
export type Opened =
  | { readonly kind: 'open'; readonly session: OpenSession; readonly renewed: string | null }
  /** The token had been replaced long before: two browsers hold the session, and it was ended. */
  | { readonly kind: 'stolen'; readonly session: OpenSession }
  | { readonly kind: 'none' };

/**
 * The sessions of browsers. A browser holds a random token; the register holds its SHA-256, and is asked for every
 * request, so that a session that was ended is over at once, whichever process is asked.
 */
export class SessionRegister {
  readonly #database: RegisterDatabase;
  readonly #clock: Clock;

  constructor(o: { database: RegisterDatabase; clock: Clock }) {
    this.#database = o.database;
    this.#clock = o.clock;
  }

  /** Begins a session; answers its first token. Sessions the person began in another role are over. */
  async begin(claims: IdentityClaims): Promise<string> {
    const now = this.#clock.now();
    const token = newToken();
    const { address: _, ...kept } = claims;
    await this.#database.service(async (db) => {
      await deleteOldSessions(db, now);
      await endSessionsOfFormerRole(db, claims, now);
      const session = { id: randomUUID(), subject: claims.sub, claims: kept, signedInAt: now, seenAt: now };
      await insertSession(db, session, hashOf(token));
    });
    return token;
  }

  /** What a token opens. With `renewed`, the browser is to be given that token from now on. */
  async open(token: string): Promise<Opened> {
    const tokenHash = hashOf(token);
    return this.#database.service(async (db): Promise<Opened> => {
      const now = this.#clock.now();
      const found = await findSessionOfToken(db, tokenHash);
      if (!found || isOver(found, now)) return { kind: 'none' };
      const session = { id: found.id, claims: found.claims };
      if (found.replacedAt && age(found.replacedAt, now) > replacedGraceMs) {
        await endSession(db, found.id, now);
        return { kind: 'stolen', session };
      }
      if (age(found.seenAt, now) >= seenEveryMs) await markSeen(db, found.id, now);
      if (found.replacedAt || age(found.issuedAt, now) < rotateAfterMs) return { kind: 'open', session, renewed: null };
      const next = newToken();
      const isReplaced = await replaceToken(db, { sessionId: found.id, tokenHash, nextHash: hashOf(next), now });
      return { kind: 'open', session, renewed: isReplaced ? next : null };
    });
  }

  /** Ends the session of a token, if there is one; answers which. */
  async end(token: string): Promise<OpenSession | null> {
    return this.#database.service(async (db) => {
      const now = this.#clock.now();
      const found = await findSessionOfToken(db, hashOf(token));
      if (!found || isOver(found, now)) return null;
      await endSession(db, found.id, now);
      return { id: found.id, claims: found.claims };
    });
  }
}

function isOver(session: SessionOfToken, now: Date): boolean {
  return session.endedAt !== null || age(session.seenAt, now) > idleMs || age(session.signedInAt, now) > absoluteMs;
}

function age(since: Date, now: Date): number {
  return now.getTime() - since.getTime();
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
