import type { Db } from '@mainstay/subgraph-kit';
import type { IdentityClaims } from '../../../identity/claims.ts';
import type { SessionRow, SessionTokenRow } from './session.entity.ts';
import { absoluteMs, idleMs } from './session.limits.ts';

const columns = `s.id, s.subject, s.claims, s.signed_in_at AS "signedInAt", s.seen_at AS "seenAt", s.ended_at AS "endedAt"`;

/** A session, found by one of its tokens. */
export type SessionOfToken = SessionRow & Pick<SessionTokenRow, 'issuedAt' | 'replacedAt'>;

/** The session that a token belongs or belonged to; undefined when there is none. */
export async function findSessionOfToken(db: Db, tokenHash: string): Promise<SessionOfToken | undefined> {
  const [found] = await db.query<SessionOfToken>(
    `SELECT ${columns}, t.issued_at AS "issuedAt", t.replaced_at AS "replacedAt"
       FROM session_token t JOIN session s ON s.id = t.session_id WHERE t.token_hash = $1`,
    [tokenHash],
  );
  return found;
}

/** The sessions of a person that go on at `now`, the newest first. */
export function findLiveSessions(db: Db, subject: string, now: Date): Promise<SessionRow[]> {
  return db.query(
    `SELECT ${columns} FROM session s
      WHERE s.subject = $1 AND s.ended_at IS NULL AND s.seen_at >= $2 AND s.signed_in_at >= $3
      ORDER BY s.signed_in_at DESC, s.id`,
    [subject, before(now, idleMs), before(now, absoluteMs)],
  );
}

/** Keeps a new session and its first token. */
export async function insertSession(db: Db, session: Omit<SessionRow, 'endedAt'>, tokenHash: string): Promise<void> {
  const { id, subject, claims, signedInAt, seenAt } = session;
  await db.query(
    'INSERT INTO session (id, subject, claims, signed_in_at, seen_at) VALUES ($1, $2, $3::jsonb, $4, $5)',
    [id, subject, JSON.stringify(claims), signedInAt, seenAt],
  );
  await insertToken(db, { tokenHash, sessionId: id, issuedAt: signedInAt });
}

/** Puts another token in the place of one; false when somebody else has done that already. */
export async function replaceToken(
  db: Db,
  o: { sessionId: string; tokenHash: string; nextHash: string; now: Date },
): Promise<boolean> {
  const replaced = await db.query(
    'UPDATE session_token SET replaced_at = $2 WHERE token_hash = $1 AND replaced_at IS NULL RETURNING token_hash',
    [o.tokenHash, o.now],
  );
  if (replaced.length === 0) return false;
  await insertToken(db, { tokenHash: o.nextHash, sessionId: o.sessionId, issuedAt: o.now });
  return true;
}

/** Takes down that a session was used. */
export async function markSeen(db: Db, id: string, now: Date): Promise<void> {
  await db.query('UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2', [id, now]);
}

/** Ends a session; false when it had ended before. */
export async function endSession(db: Db, id: string, now: Date): Promise<boolean> {
  const ended = await db.query('UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id', [
    id,
    now,
  ]);
  return ended.length > 0;
}

/** Ends the sessions of a person; answers how many went on until now. */
export async function endSessionsOf(db: Db, subject: string, now: Date): Promise<number> {
  const live = await findLiveSessions(db, subject, now);
  await db.query('UPDATE session SET ended_at = $2 WHERE subject = $1 AND ended_at IS NULL', [subject, now]);
  return live.length;
}

/** Ends the sessions of a person that began with another role or organisation than the person has now. */
export async function endSessionsOfFormerRole(db: Db, claims: IdentityClaims, now: Date): Promise<void> {
  const { role, la, practice } = { la: null, practice: null, ...claims };
  await db.query(
    `UPDATE session SET ended_at = $2
      WHERE subject = $1 AND ended_at IS NULL
        AND (claims->>'role', claims->>'la', claims->>'practice') IS DISTINCT FROM ($3, $4, $5)`,
    [claims.sub, now, role, la ?? null, practice],
  );
}

/** Forgets sessions that nobody can come back to, twice as long after their sign-in as one can last. */
export async function deleteOldSessions(db: Db, now: Date): Promise<void> {
  await db.query('DELETE FROM session WHERE signed_in_at < $1', [before(now, 2 * absoluteMs)]);
}

async function insertToken(db: Db, token: Omit<SessionTokenRow, 'replacedAt'>): Promise<void> {
  await db.query('INSERT INTO session_token (token_hash, session_id, issued_at) VALUES ($1, $2, $3)', [
    token.tokenHash,
    token.sessionId,
    token.issuedAt,
  ]);
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}
