import { silentLogger } from '@mainstay/subgraph-kit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonicalEvent, chainedHash, noHash } from './audit-canonical.ts';
import { eventsOf, nobody, type AuditActor } from './audit-entry.ts';
import type { AuditEvent, SignedAuditEvent } from './audit-event.ts';
import { isSigned, signHead } from './audit-head.ts';
import { auditKeys } from './audit-keys.ts';
import { AuditUnavailableError } from './audit-unavailable-error.ts';
import { AuditWriter } from './audit-writer.ts';
import { RefusalTally } from './refusal-tally.ts';
import { touchedOf } from './touched-sum.ts';

const now = new Date('2026-11-22T09:30:00.123Z');
const worker: AuditActor = { ...nobody, subject: 'w', role: 'swp-worker', laCodes: ['E1', 'E2'] };
const entry = { kind: 'READ', outcome: 'DONE', actor: worker, operation: 'Q', requestId: 'r' } as const;
const nothing = { records: [], listed: [], lists: [], changes: [] };

describe('events of an entry', () => {
  test('are one for each authority, each with its own children and sizes alone', () => {
    const touched = {
      records: ['E1.a', 'E2.b'],
      listed: ['E1.c', 'E1.d'],
      lists: [{ name: 'children', size: 40 }],
      changes: [{ what: 'allocation made', laCode: 'E2', ids: ['E2.x'], childIds: ['E2.b'] }],
    };
    const events = eventsOf({ ...entry, touched }, now);
    expect(events).toMatchObject([
      {
        laCode: 'E1',
        openedIds: ['E1.a'],
        listedIds: ['E1.c', 'E1.d'],
        lists: '[{"name":"children","size":3}]',
        changes: '[]',
      },
      { laCode: 'E2', openedIds: [], changedIds: ['E2.b'], lists: '[{"name":"children","size":1}]' },
    ]);
    expect(events[1]?.changes).toBe('[{"what":"allocation made","ids":["E2.x"]}]');
  });

  test('that are about no child are the viewer’s authorities’, or the platform’s', () => {
    expect(eventsOf(entry, now).map(({ laCode }) => laCode)).toEqual(['E1', 'E2']);
    expect(eventsOf({ ...entry, actor: nobody }, now)).toMatchObject([
      { laCode: '', id: expect.stringMatching(/^platform\./) },
    ]);
  });

  test('hold text that any database can keep', () => {
    const actor = { ...worker, laCodes: ['E1'], subject: `a\0b\ud800${'x'.repeat(400)}` };
    expect(eventsOf({ ...entry, actor }, now)[0]?.subject).toHaveLength(300);
    expect(eventsOf({ ...entry, actor }, now)[0]?.subject).toMatch(/^ab\ufffdx+$/);
  });
});

describe('the text of an event', () => {
  const [event] = eventsOf({ ...entry, actor: { ...worker, laCodes: ['E1'] } }, now) as [AuditEvent];
  const signed: SignedAuditEvent & { transaction: string } = { ...event, keyId: 'k', mac: 'm', transaction: '7' };

  test('is another when any value is', () => {
    const keys = Object.keys(event) as (keyof AuditEvent)[];
    const texts = keys.map((key) => canonicalEvent({ ...event, [key]: ['another'] }));
    expect(new Set([canonicalEvent(event), ...texts]).size).toBe(keys.length + 1);
  });

  test('does not let values run into each other', () => {
    expect(canonicalEvent({ ...event, openedIds: ['a,b'] })).not.toBe(
      canonicalEvent({ ...event, openedIds: ['a', 'b'] }),
    );
    expect(canonicalEvent({ ...event, subject: null })).not.toBe(canonicalEvent({ ...event, subject: 'null' }));
  });

  test('is chained to the hash before it, its place, its proof and its transaction', () => {
    const place = { laCode: 'E1', sequence: 1 };
    const hashes = [
      chainedHash(noHash, place, signed),
      chainedHash('1'.repeat(64), place, signed),
      chainedHash(noHash, { ...place, sequence: 2 }, signed),
      chainedHash(noHash, { ...place, laCode: 'E2' }, signed),
      chainedHash(noHash, place, { ...signed, mac: 'n' }),
      chainedHash(noHash, place, { ...signed, transaction: '8' }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('keys', () => {
  const keys = auditKeys({ secret: 'a secret of thirty-two characters' });
  const head = signHead({ la: 'E1', sequence: 3, hash: noHash, at: now.toISOString() }, keys);

  test('sign and prove; others do not, and are not known', () => {
    const other = auditKeys({ secret: 'another secret of thirty-two char' });
    expect(isSigned(head, keys)).toBe(true);
    expect(isSigned({ ...head, sequence: 4 }, keys)).toBe(false);
    expect(isSigned(head, other)).toBeNull();
    expect(keys.isMac(keys.id, 'x', keys.mac('x'))).toBe(true);
    expect(keys.isMac(keys.id, 'y', keys.mac('x'))).toBe(false);
    expect(other.isMac(keys.id, 'x', keys.mac('x'))).toBeNull();
  });

  test('of former times are still taken', () => {
    const signingKey = Buffer.alloc(32, 7).toString('base64url');
    const later = auditKeys({
      secret: 'another secret of thirty-two char',
      signingKey,
      formerPublicKeys: [keys.publicKey],
    });
    expect(later.id).not.toBe(keys.id);
    expect(isSigned(head, later)).toBe(true);
    expect(() => auditKeys({ secret: 's', signingKey: 'short' })).toThrow('AUDIT_SIGNING_KEY');
  });
});

describe('the writer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const one = [{ id: 'x' }] as unknown as SignedAuditEvent[];

  test('puts what comes while it writes into the next statement', async () => {
    const sizes: number[] = [];
    const gates: (() => void)[] = [];
    const store = async (events: readonly unknown[]) => {
      sizes.push(events.length);
      await new Promise<void>((resolve) => gates.push(resolve));
    };
    const writer = new AuditWriter({ store, logger: silentLogger });
    const writing = Array.from({ length: 5 }, async () => writer.write(one));
    gates[0]?.();
    await writing[0];
    await vi.advanceTimersByTimeAsync(1);
    gates[1]?.();
    await Promise.all(writing);
    expect(sizes).toEqual([1, 4]);
  });

  test('refuses after two seconds, and takes up again by itself', async () => {
    let isStuck = true;
    const store = async () => (isStuck ? new Promise<void>(() => {}) : undefined);
    const stuck = new AuditWriter({ store, logger: silentLogger });
    const refused = stuck.write(one).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await refused).toBeInstanceOf(AuditUnavailableError);
    expect(stuck.fault).not.toBeNull();
    isStuck = false;
    const broken = new AuditWriter({ store: async () => Promise.reject(new Error('no')), logger: silentLogger });
    await expect(broken.write(one)).rejects.toThrow(AuditUnavailableError);
    const mended = new AuditWriter({ store, logger: silentLogger });
    mended.found(new Error('no'));
    await mended.write(one);
    expect(mended.fault).toBeNull();
  });

  test('refuses at once when too many wait', async () => {
    const writer = new AuditWriter({ store: async () => new Promise<void>(() => {}), logger: silentLogger });
    const many = Array.from({ length: 5_001 }, () => one[0]) as SignedAuditEvent[];
    await expect(writer.write(many)).rejects.toThrow(AuditUnavailableError);
  });
});

test('refusals that are alike are a few events, then a number; too many kinds of them are one', () => {
  const told: string[] = [];
  const tally = new RefusalTally<string>(({ kind, count }) => told.push(`${kind} ${count}`));
  const own = Array.from({ length: 9 }, () => tally.isOwnEvent('a', 'a')).filter(Boolean);
  expect(own).toHaveLength(5);
  const kinds = Array.from({ length: 1_000 }, (_, index) => tally.isOwnEvent(`k${index}`, 'other')).filter(Boolean);
  expect(kinds.length).toBeLessThan(210);
  tally.flush();
  expect(told).toEqual(['a 4', expect.stringMatching(/^other \d+$/)]);
});

test('an answer says whole what it touched, or nothing', () => {
  expect(touchedOf({ touched: nothing })).toEqual(nothing);
  for (const bad of [undefined, null, {}, { touched: {} }, { touched: { ...nothing, lists: 'none' } }]) {
    expect(touchedOf(bad)).toBeNull();
  }
});
