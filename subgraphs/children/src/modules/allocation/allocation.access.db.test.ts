import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, type Clock } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../../migrations/index.ts';
import { aChild } from '../../testing/a-child.ts';
import { childrenSeen, type Locks } from '../../testing/asking.ts';
import { givenChildren } from '../../testing/given.ts';
import { refreshAccess } from './allocation.repository.ts';

const practiceStaff = aViewer({ audience: 'practice', role: 'swp-worker', practiceId: 'harbour' });
const everyLock: Locks[] = ['both locks', 'the policy alone', 'row-level security alone'];

/** Each child by what its allocation to Harbour is about; each is the only one that has that day in its span. */
const spans = {
  SPRING: { from: '2026-03-29', to: '2026-03-29' },
  AUTUMN: { from: '2026-10-25', to: '2026-10-25' },
  LEAP: { from: '2028-02-29', to: '2028-02-29' },
  SUMMER: { from: '2026-07-01', to: '2026-07-31' },
  AT_ONCE: { from: '2026-11-01', endsAt: '2026-11-22T14:30:00Z' },
  AT_ONCE_ON_ITS_LAST_DAY: { from: '2026-12-01', to: '2026-12-05', endsAt: '2026-12-05T09:15:00Z' },
} as const;

const boundaries: [who: keyof typeof spans, instant: string, isSeen: boolean][] = [
  // The clocks go forward at 01:00 on 29 March: the day has 23 hours.
  ['SPRING', '2026-03-28T23:59:59.999Z', false],
  ['SPRING', '2026-03-29T00:00:00.000Z', true],
  ['SPRING', '2026-03-29T22:59:59.999Z', true],
  ['SPRING', '2026-03-29T23:00:00.000Z', false],
  // The clocks go back at 01:00 on 25 October: the day has 25 hours.
  ['AUTUMN', '2026-10-24T22:59:59.999Z', false],
  ['AUTUMN', '2026-10-24T23:00:00.000Z', true],
  ['AUTUMN', '2026-10-25T23:59:59.999Z', true],
  ['AUTUMN', '2026-10-26T00:00:00.000Z', false],
  ['LEAP', '2028-02-28T23:59:59.999Z', false],
  ['LEAP', '2028-02-29T00:00:00.000Z', true],
  ['LEAP', '2028-02-29T23:59:59.999Z', true],
  ['LEAP', '2028-03-01T00:00:00.000Z', false],
  ['SUMMER', '2026-06-30T22:59:59.999Z', false],
  ['SUMMER', '2026-06-30T23:00:00.000Z', true],
  ['SUMMER', '2026-07-31T22:59:59.999Z', true],
  ['SUMMER', '2026-07-31T23:00:00.000Z', false],
  ['AT_ONCE', '2026-10-31T23:59:59.999Z', false],
  ['AT_ONCE', '2026-11-01T00:00:00.000Z', true],
  ['AT_ONCE', '2026-11-22T14:29:59.999Z', true],
  ['AT_ONCE', '2026-11-22T14:30:00.000Z', false],
  ['AT_ONCE_ON_ITS_LAST_DAY', '2026-12-05T09:14:59.999Z', true],
  ['AT_ONCE_ON_ITS_LAST_DAY', '2026-12-05T09:15:00.000Z', false],
];

let now = new Date('2026-01-01T12:00:00Z');
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
let database: Database;

beforeAll(async () => {
  database = await startTestDatabase('children', { migrations, clock });
  await givenChildren(
    database,
    Object.entries(spans).map(([localId, span]) =>
      aChild({ localId, allocations: [{ practice: 'harbour', ...span }] }),
    ),
  );
  const handedOver = [
    { practice: 'harbour', from: '2030-01-01', to: '2030-06-30' },
    { practice: 'orchard', from: '2030-07-01' },
  ];
  const takenBack = [
    { practice: 'harbour', from: '2031-01-01', endsAt: '2031-05-05T10:00:00Z' },
    { practice: 'orchard', from: '2031-05-05' },
  ];
  const neverBegun = [
    { practice: 'harbour', from: '2032-01-01', to: '2032-12-31' },
    { practice: 'orchard', from: '2032-06-01', endsAt: '2032-05-31T23:00:00Z' },
  ];
  await givenChildren(database, [
    aChild({ localId: 'NEVER_BEGUN', allocations: neverBegun }),
    aChild({ localId: 'HANDED_OVER', allocations: handedOver }),
    aChild({ localId: 'TAKEN_BACK', allocations: takenBack }),
  ]);
});
afterAll(() => database.close());

describe.each(everyLock)('a practice sees a child to the minute, by %s', (locks) => {
  test.each(boundaries)('%s at %s: %s', async (who, instant, isSeen) => {
    now = new Date(instant);
    expect(await childrenSeen(database, practiceStaff, { locks, clock })).toEqual(isSeen ? [who] : []);
  });
});

describe('when another practice takes over', () => {
  const harbour = async (instant: string): Promise<string[]> => {
    now = new Date(instant);
    await database.service(refreshAccess);
    return childrenSeen(database, practiceStaff, { locks: 'both locks', clock });
  };
  const orchard = (): Promise<string[]> =>
    childrenSeen(database, { ...practiceStaff, practiceId: 'orchard' }, { locks: 'both locks', clock });

  test('the first sees the child to the last minute and the second from the next', async () => {
    expect(await harbour('2030-06-30T22:59:59.999Z')).toEqual(['HANDED_OVER']);
    expect(await orchard()).toEqual([]);
    expect(await harbour('2030-06-30T23:00:00.000Z')).toEqual([]);
    expect(await orchard()).toEqual(['HANDED_OVER']);
  });

  test('on the day the first was ended, the second has the child that day', async () => {
    expect(await harbour('2031-05-04T12:00:00Z')).toEqual(['TAKEN_BACK']);
    expect(await harbour('2031-05-05T10:00:00Z')).toEqual([]);
    expect(await orchard()).toContain('TAKEN_BACK');
  });

  test('and was ended before it began, the first keeps the child', async () => {
    expect(await harbour('2032-05-31T12:00:00Z')).toEqual(['NEVER_BEGUN']);
    expect(await harbour('2032-06-01T12:00:00Z')).toEqual(['NEVER_BEGUN']);
    expect(await orchard()).not.toContain('NEVER_BEGUN');
  });
});
