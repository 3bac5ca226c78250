import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild } from '../testing/a-child.ts';
import { countsBehind, figureOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';

const code = 'three-or-more-social-workers';
const viewer = aViewer();
const [one, two, three] = ['SW100001', 'SW100002', 'SW100003'] as const;

/** The collection year 2026 is 1 April 2025 to 31 March 2026. */
const world = [
  // Counted: three in the year; the first left on its first day.
  aChild({
    workers: [
      { id: one, from: '2024-01-01', to: '2025-04-01' },
      { id: two, from: '2025-04-01', to: '2025-08-01' },
      { id: three, from: '2025-08-01' },
    ],
  }),
  // Not counted: the first left the day before.
  aChild({
    workers: [
      { id: one, from: '2024-01-01', to: '2025-03-31' },
      { id: two, from: '2025-03-31', to: '2025-08-01' },
      { id: three, from: '2025-08-01' },
    ],
  }),
  // Not counted: A, B, A is two.
  aChild({
    workers: [
      { id: one, from: '2025-04-01', to: '2025-06-01' },
      { id: two, from: '2025-06-01', to: '2025-08-01' },
      { id: one, from: '2025-08-01' },
    ],
  }),
  // Counted: in care since October only; the workers before care count too.
  aChild({
    care: [{ from: '2025-10-01' }],
    workers: [
      { id: one, from: '2025-05-01', to: '2025-07-01' },
      { id: two, from: '2025-07-01', to: '2025-10-01' },
      { id: three, from: '2025-10-01' },
    ],
  }),
  // Not counted, not known: nobody on record.
  aChild({ workers: [{ id: one, from: '2023-01-01', to: '2024-01-01' }] }),
  // Not in the denominator: no longer looked after.
  aChild({
    care: [{ from: '2024-01-01', to: '2026-01-01' }],
    workers: [one, two, three].map((id) => ({ id, from: '2025-05-01', to: '2026-01-01' })),
  }),
];

describe('three-or-more-social-workers', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2023, 2026]);
    await givenReturns(database, 'E08000025', [2025], ['Header', 'Episodes']);
  });
  afterAll(() => database.close());

  test('counts different workers on any day of the year', async () => {
    expect(figureOf(await measureOf(database, { viewer, code }))).toBe('2/5');
    expect(await countsBehind(database, viewer, code)).toEqual({
      NUMERATOR: 2,
      REMAINDER: 3,
      DENOMINATOR: 5,
      NOT_KNOWN: 1,
    });
  });

  test('tells for how many nobody is on record', async () => {
    const { exclusions } = await measureOf(database, { viewer, code });
    expect(exclusions).toMatchObject([{ count: 1, isInDenominator: true }]);
  });

  test('does not apply before the return asked', async () => {
    expect(figureOf(await measureOf(database, { viewer, code, period: collectionYear(2023) }))).toBe('NotApplicable');
  });

  test('is not known when the return is held without the table of social workers', async () => {
    expect(figureOf(await measureOf(database, { viewer, code, period: collectionYear(2025) }))).toBe('NotKnown');
  });
});
