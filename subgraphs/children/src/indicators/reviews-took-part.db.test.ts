import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild } from '../testing/a-child.ts';
import { countsBehind, figureOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';

const code = 'reviews-took-part';
const viewer = aViewer();

/** The collection year 2026 is 1 April 2025 to 31 March 2026. */
const world = [
  // Four reviews in the year: took part in three (PN4, attended in silence, among them), not in one. Two others are
  // a day too early and a day too late.
  aChild({
    reviews: [
      { on: '2025-03-31', code: 'PN1' },
      { on: '2025-04-01', code: 'PN1' },
      { on: '2025-07-01', code: 'PN4' },
      { on: '2025-10-01', code: 'PN7' },
      { on: '2026-03-31', code: 'PN6' },
      { on: '2026-04-01', code: 'PN1' },
    ],
  }),
  // Turned 4 on 10 June 2025: the review the day before is left out, whatever its code; the one on the day is in.
  aChild({
    born: '2021-06-10',
    reviews: [
      { on: '2025-06-09', code: 'PN1' },
      { on: '2025-06-10', code: 'PN7' },
    ],
  }),
  // Recorded as under 4: left out, although the child is older.
  aChild({ reviews: [{ on: '2025-09-01', code: 'PN0' }] }),
  // No longer looked after at the end of the year: reviews held are reviews held.
  aChild({ care: [{ from: '2024-01-01', to: '2025-12-01' }], reviews: [{ on: '2025-05-05', code: 'PN5' }] }),
];

describe('reviews-took-part', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2026]);
  });
  afterAll(() => database.close());

  test('counts the reviews of children of 4 and over in which they took part', async () => {
    // Numerator 3 + 0 + 0 + 1; denominator 4 + 1 + 0 + 1; left out 1 + 1.
    const measure = await measureOf(database, { viewer, code });
    expect(figureOf(measure)).toBe('4/6');
    expect(measure.exclusions).toMatchObject([{ count: 2, isInDenominator: false }]);
  });

  test('lists a child with reviews of both kinds in both parts', async () => {
    expect(await countsBehind(database, viewer, code)).toEqual({
      NUMERATOR: 2,
      REMAINDER: 2,
      DENOMINATOR: 3,
      NOT_KNOWN: 0,
    });
  });
});
