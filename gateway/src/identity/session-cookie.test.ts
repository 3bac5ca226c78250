import { fixedClock, type Clock } from '@mainstay/primitives';
import { describe, expect, it } from 'vitest';
import type { IdentityClaims } from './claims.ts';
import { absoluteMs, idleMs, SessionCookies } from './session-cookie.ts';

const claims: IdentityClaims = { sub: 'demo:la-analyst', role: 'la-analyst', la: 'E08000025' };
const secret = 'a secret of at least thirty-two characters';

function movable(): Clock & { add(ms: number): void } {
  let clock = fixedClock(new Date('2026-11-22T09:00:00Z'));
  return {
    now: () => clock.now(),
    today: () => clock.today(),
    add: (ms) => (clock = fixedClock(new Date(clock.now().getTime() + ms))),
  };
}

describe('session cookie', () => {
  it('holds who signed in, and cannot be read', async () => {
    const sessions = new SessionCookies({ secret, clock: movable() });
    const cookie = await sessions.begin(claims);
    expect(cookie).not.toContain(Buffer.from('la-analyst').toString('base64url').slice(0, 8));
    expect((await sessions.open(cookie))?.claims).toEqual(claims);
  });

  it('is worth nothing when a letter is changed, or under another secret', async () => {
    const clock = movable();
    const cookie = await new SessionCookies({ secret, clock }).begin(claims);
    const changed = `${cookie.slice(0, -3)}${cookie.at(-3) === 'A' ? 'B' : 'A'}${cookie.slice(-2)}`;
    expect(await new SessionCookies({ secret, clock }).open(changed)).toBeNull();
    expect(await new SessionCookies({ secret: `${secret}!`, clock }).open(cookie)).toBeNull();
  });

  it('is over after thirty minutes without a request, and goes on when it is renewed', async () => {
    const clock = movable();
    const sessions = new SessionCookies({ secret, clock });
    const cookie = await sessions.begin(claims);
    clock.add(idleMs - 1_000);
    const session = await sessions.open(cookie);
    const renewed = session && (await sessions.renew(session));
    clock.add(2_000);
    expect(await sessions.open(cookie)).toBeNull();
    expect((await sessions.open(renewed ?? ''))?.id).toBe(session?.id);
  });

  it('is over after twelve hours whatever happens', async () => {
    const clock = movable();
    const sessions = new SessionCookies({ secret, clock });
    let cookie = await sessions.begin(claims);
    for (let passed = 0; passed < absoluteMs; passed += idleMs / 2) {
      clock.add(idleMs / 2);
      const session = await sessions.open(cookie);
      cookie = (session && (await sessions.renew(session))) ?? cookie;
    }
    clock.add(1_000);
    expect(await sessions.open(cookie)).toBeNull();
  });

  it('is worth nothing after signing out, in every renewed form', async () => {
    const clock = movable();
    const sessions = new SessionCookies({ secret, clock });
    const cookie = await sessions.begin(claims);
    clock.add(120_000);
    const session = await sessions.open(cookie);
    if (!session) throw new Error('no session');
    const renewed = await sessions.renew(session);
    sessions.end(session);
    expect(await sessions.open(cookie)).toBeNull();
    expect(await sessions.open(renewed ?? '')).toBeNull();
  });
});
