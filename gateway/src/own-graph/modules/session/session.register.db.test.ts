import { startTestDatabase, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IdentityClaims } from '../../../identity/claims.ts';
import { movableClock, type MovableClock } from '../../../testing/movable-clock.ts';
import { entities, migrations } from '../../index.ts';
import { absoluteMs, idleMs, replacedGraceMs, rotateAfterMs } from './session.limits.ts';
import { SessionRegister } from './session.register.ts';
import { endSessionsOf, findLiveSessions } from './session.repository.ts';

const claims: IdentityClaims = {
  sub: 'demo:la-analyst',
  role: 'la-analyst',
  la: 'E08000025',
  address: { postal_code: 'B1 1AA' },
};
const second = 1_000;

let database: TestDatabase;
let clock: MovableClock;
let sessions: SessionRegister;
beforeAll(async () => {
  database = await startTestDatabase('gateway', { entities, migrations });
});
afterAll(async () => database.close());
beforeEach(() => {
  clock = movableClock(new Date('2026-11-22T09:00:00Z'));
  sessions = new SessionRegister({ database, clock });
});

async function renewed(token: string): Promise<string> {
  const opened = await sessions.open(token);
  if (opened.kind !== 'open' || opened.renewed === null) throw new Error(`not renewed: ${opened.kind}`);
  return opened.renewed;
}

describe('a session', () => {
  it('is opened by its token, which is kept as a hash, and keeps no address', async () => {
    const token = await sessions.begin(claims);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { address: _, ...kept } = claims;
    expect(await sessions.open(token)).toMatchObject({ kind: 'open', session: { claims: kept }, renewed: null });
    const rows = await database.owner((db) => db.query('SELECT * FROM session, session_token'));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain('B1 1AA');
  });

  it.each(['', 'x', '../../etc', 'A'.repeat(43)])('is not opened by what is no token: %j', async (nonsense) => {
    expect(await sessions.open(nonsense)).toEqual({ kind: 'none' });
  });

  it('is over after thirty minutes without a request', async () => {
    const token = await sessions.begin(claims);
    clock.move(idleMs);
    const next = await renewed(token);
    clock.move(idleMs + second);
    expect(await sessions.open(next)).toEqual({ kind: 'none' });
  });

  it('is over after twelve hours whatever happens', async () => {
    let token = await sessions.begin(claims);
    for (let passed = 0; passed < absoluteMs; passed += idleMs / 2) {
      clock.move(idleMs / 2);
      token = await renewed(token);
    }
    clock.move(second);
    expect(await sessions.open(token)).toEqual({ kind: 'none' });
  });

  it('gets another token every five minutes; the former is good for thirty seconds more', async () => {
    const token = await sessions.begin(claims);
    clock.move(rotateAfterMs - second);
    expect(await sessions.open(token)).toMatchObject({ kind: 'open', renewed: null });
    clock.move(second);
    const next = await renewed(token);
    expect(next).not.toBe(token);
    clock.move(replacedGraceMs);
    expect(await sessions.open(token)).toMatchObject({ kind: 'open', renewed: null });
    expect(await sessions.open(next)).toMatchObject({ kind: 'open' });
  });

  it('gets one other token, however many requests are under way', async () => {
    const token = await sessions.begin(claims);
    clock.move(rotateAfterMs);
    const opened = await Promise.all(Array.from({ length: 8 }, async () => sessions.open(token)));
    expect(opened.every(({ kind }) => kind === 'open')).toBe(true);
    expect(opened.filter((answer) => answer.kind === 'open' && answer.renewed !== null)).toHaveLength(1);
  });

  it('is ended when a token comes again that was replaced: somebody else has it', async () => {
    const token = await sessions.begin(claims);
    clock.move(rotateAfterMs);
    const next = await renewed(token);
    clock.move(replacedGraceMs + second);
    expect(await sessions.open(token)).toMatchObject({ kind: 'stolen', session: { claims: { sub: claims.sub } } });
    expect(await sessions.open(next)).toEqual({ kind: 'none' });
    expect(await sessions.open(token)).toEqual({ kind: 'none' });
  });

  it('is over for every process at once when it was signed out, or everywhere', async () => {
    const elsewhere = new SessionRegister({ database, clock });
    const [one, other] = [await sessions.begin(claims), await sessions.begin(claims)];
    const stranger = await sessions.begin({ ...claims, sub: 'another' });
    await sessions.end(one);
    expect(await elsewhere.open(one)).toEqual({ kind: 'none' });
    expect(await elsewhere.open(other)).toMatchObject({ kind: 'open' });
    const live = await database.service((db) => findLiveSessions(db, claims.sub, clock.now()));
    expect(await database.service((db) => endSessionsOf(db, claims.sub, clock.now()))).toBe(live.length);
    expect(await elsewhere.open(other)).toEqual({ kind: 'none' });
    expect(await elsewhere.open(stranger)).toMatchObject({ kind: 'open' });
  });

  it('is over when the person signs in with another role, and goes on beside another one of the same', async () => {
    const person = { ...claims, sub: 'promoted' };
    const [first, other] = [await sessions.begin(person), await sessions.begin(person)];
    expect(await sessions.open(first)).toMatchObject({ kind: 'open' });
    const promoted = await sessions.begin({ ...person, role: 'la-manager' });
    expect(await sessions.open(first)).toEqual({ kind: 'none' });
    expect(await sessions.open(other)).toEqual({ kind: 'none' });
    expect(await sessions.open(promoted)).toMatchObject({ kind: 'open' });
  });
});
