import { createHmac } from 'node:crypto';
import { systemClock, type PlainDate } from '@mainstay/primitives';
import { deriveKey } from '../keys.ts';
import type { Viewer } from '../viewer.ts';
import type { DatabaseAudience, DatabaseName } from './database.ts';

/** Who a transaction is for, as the database's functions `sec.la()` and so on tell the policies. */
export interface DatabaseContext {
  readonly audience: DatabaseAudience | 'owner';
  /** The one authority whose records may be seen; null when there is none. */
  readonly la: string | null;
  /** The authorities the viewer stands in relation to. */
  readonly las: readonly string[];
  readonly practice: string | null;
  readonly today: PlainDate;
}

/** How long a signed context can be presented; once presented, it holds to the end of that transaction. */
const LIFETIME_MS = 30_000;
const SAFE_VALUE = /^[A-Za-z0-9._:-]*$/;
const BLOCK = 64;

/** The context of a viewer, read by the audience's own role or by the role for figures. */
export function contextOf(viewer: Viewer, audience: DatabaseAudience, today: PlainDate): DatabaseContext {
  const las = lasOf(viewer, today);
  const la = viewer.audience === 'practice' ? null : (las[0] ?? null);
  return { audience, la, las, practice: viewer.audience === 'practice' ? viewer.practiceId : null, today };
}

/** The text that `sec.enter` takes: the context, when it ends, and the HMAC of both. */
export function signContext(context: DatabaseContext, key: Buffer): string {
  const values = [context.audience, context.la ?? '', context.las.join(','), context.practice ?? '', context.today];
  if (![...values.filter((_, index) => index !== 2), ...context.las].every((value) => SAFE_VALUE.test(value))) {
    throw new RangeError('A code in the database context holds a character that no code has.');
  }
  // Compared with the database server's clock, so always the real time, even where a test stops the injected clock.
  const text = [...values, systemClock.now().getTime() + LIFETIME_MS].join('|');
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

function lasOf(viewer: Viewer, today: PlainDate): readonly string[] {
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
