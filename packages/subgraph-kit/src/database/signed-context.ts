import { createHmac } from 'node:crypto';
import { systemClock, type PlainDate } from '@mainstay/primitives';
import { deriveKey } from '../keys.ts';
import { hasScope, seesNamedChildrenOnly, type Viewer } from '../viewer.ts';
import type { DatabaseAudience, DatabaseName } from './database.ts';

/** Who a transaction is for, as the database's functions `sec.la()` and so on tell the policies. */
export interface DatabaseContext {
  readonly audience: DatabaseAudience | 'owner';
  /** The one authority all of whose records may be seen; null for everybody but its staff. */
  readonly la: string | null;
  /** The authorities the viewer stands in relation to. */
  readonly las: readonly string[];
  readonly practice: string | null;
  readonly today: PlainDate;
  readonly now: Date;
  /** The viewer's role; null for the platform itself. */
  readonly role: string | null;
  /** Who the viewer is; null for the platform itself. */
  readonly subject: string | null;
  /** The children named to the viewer. */
  readonly named: readonly string[];
  /** The children whose records are restricted to others. */
  readonly hidden: readonly string[];
}

/** What of a clock a context holds. */
export type Moment = Pick<DatabaseContext, 'today' | 'now'>;

/** How long a signed context can be presented; once presented, it holds to the end of that transaction. */
const LIFETIME_MS = 30_000;
const SAFE_VALUE = /^[A-Za-z0-9._:-]*$/;
const BLOCK = 64;

/** The database role that a viewer's own rows are read with. */
export function databaseAudienceOf(viewer: Viewer): DatabaseAudience {
  return seesNamedChildrenOnly(viewer) ? 'named' : viewer.audience;
}

/**
 * The context of a viewer in the database called `name`, read by the audience's own role or by the role for figures.
 * A machine without the scope for it stands in relation to nobody.
 */
export function contextOf(
  viewer: Viewer,
  { audience, name, moment }: { audience: DatabaseAudience; name: DatabaseName; moment: Moment },
): DatabaseContext {
  const las = isLetIn(viewer, audience, name) ? lasOf(viewer, moment) : [];
  const isPractice = viewer.audience === 'practice';
  const seesAuthority = databaseAudienceOf(viewer) === 'la';
  return {
    ...moment,
    audience,
    la: seesAuthority ? (las[0] ?? null) : null,
    las,
    practice: isPractice ? viewer.practiceId : null,
    role: viewer.role,
    subject: viewer.subject,
    named: viewer.namedChildIds,
    hidden: viewer.hiddenChildIds,
  };
}

/** The text that `sec.enter` takes: the context, when it ends, and the HMAC of both. */
export function signContext(context: DatabaseContext, key: Buffer): string {
  const { audience, la, las, practice, today, now, role, subject, named, hidden } = context;
  const codes = [audience, la ?? '', practice ?? '', today, role ?? '', ...las, ...named, ...hidden];
  if (!codes.every((value) => SAFE_VALUE.test(value))) {
    throw new RangeError('A code in the database context holds a character that no code has.');
  }
  const values = [audience, la ?? '', las.join(','), practice ?? '', today, now.getTime(), role ?? ''];
  // Compared with the database server's clock, so always the real time, even where a test stops the injected clock.
  const expires = systemClock.now().getTime() + LIFETIME_MS;
  // A subject is whatever the provider of sign-in says, so it travels in characters that part nothing.
  const who = Buffer.from(subject ?? '').toString('hex');
  const text = [...values, named.join(','), hidden.join(','), who, expires].join('|');
  return `${text}|${createHmac('sha256', key).update(`enter|${text}`).digest('hex')}`;
}

/** The key that contexts of one database are signed with. */
export function contextKey(secret: string, name: DatabaseName): Buffer {
  return deriveKey(secret, `database-context:${name}`);
}

/**
 * The two blocks that turn PostgreSQL's own `sha256` into HMAC-SHA256 (RFC 2104), so that no extension is needed:
 * `sha256(outer || sha256(inner || text))`.
 */
export function hmacBlocks(key: Buffer): { inner: Buffer; outer: Buffer } {
  const block = Buffer.alloc(BLOCK);
  key.copy(block);
  return { inner: block.map((byte) => byte ^ 0x36) as Buffer, outer: block.map((byte) => byte ^ 0x5c) as Buffer };
}

function isLetIn(viewer: Viewer, audience: DatabaseAudience, name: DatabaseName): boolean {
  if (name === 'gateway') return viewer.scopes === null;
  return hasScope(viewer, name) || (audience === 'figures' && hasScope(viewer, 'figures'));
}

function lasOf(viewer: Viewer, { today, now }: Moment): readonly string[] {
  if (viewer.breakGlass && Date.parse(viewer.breakGlass.until) <= now.getTime()) return [];
  switch (viewer.audience) {
    case 'practice':
      return viewer.laCodes;
    case 'la':
      if (viewer.laCodes.length > 1) throw new RangeError('A viewer of an authority belongs to one authority.');
      return viewer.laCodes;
    case 'inspector': {
      const window = viewer.inspection;
      return window && window.from <= today && today <= window.to ? [window.laCode] : [];
    }
  }
}
