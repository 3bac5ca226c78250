import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild } from '../testing/a-child.ts';
import { asking, countsBehind, figureOf, localIdsOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';
import { collectionYear } from '@mainstay/primitives';

const code = 'three-or-more-placements';
const viewer = aViewer();

/** The collection year 2026 is 1 April 2025 to 31 March 2026. */
const world = [
  // Counted: the placement open on 1 April 2025, ended on that very day, and two more.
  aChild({
    localId: 'A-OPEN-ON-FIRST-DAY',
    placements: [
      { from: '2024-01-10', to: '2025-04-01' },
      { from: '2025-04-01', to: '2025-09-09' },
      { from: '2025-09-09' },
    ],
  }),
  // Not counted: the first of the three had ended the day before the year began.
  aChild({
    localId: 'B-ENDED-BEFORE',
    placements: [
      { from: '2024-01-10', to: '2025-03-31' },
      { from: '2025-03-31', to: '2025-09-09' },
      { from: '2025-09-09' },
    ],
  }),
  // Not counted: two placements, and one of less than 24 hours.
  aChild({
    localId: 'C-SAME-DAY',
    placements: [
      { from: '2024-01-10', to: '2025-05-05' },
      { from: '2025-05-05', to: '2025-05-05' },
      { from: '2025-05-05' },
    ],
  }),
  // Not counted: two placements; the stay in hospital (T1) interrupts one of them.
  aChild({
    localId: 'D-HOSPITAL',
    placements: [
      { from: '2024-01-10', to: '2025-11-01' },
      { from: '2025-06-01', to: '2025-06-20', type: 'T1' },
      { from: '2025-11-01' },
    ],
  }),
  // Counted: three placements over two periods of care in the year.
  aChild({
    localId: 'E-RETURNED',
    care: [{ from: '2024-06-01', to: '2025-06-01' }, { from: '2025-08-01' }],
    placements: [
      { from: '2024-06-01', to: '2025-06-01' },
      { from: '2025-08-01', to: '2026-01-05' },
      { from: '2026-01-05' },
    ],
  }),
  // Counted: the third began on the last day.
  aChild({
    localId: 'F-LAST-DAY',
    placements: [
      { from: '2024-01-10', to: '2025-12-01' },
      { from: '2025-12-01', to: '2026-03-31' },
      { from: '2026-03-31' },
    ],
  }),
  // Not in the denominator: care ceased on the last day, so the child was not looked after at its end.
  aChild({ localId: 'G-LEFT', care: [{ from: '2024-01-10', to: '2026-03-31' }] }),
  // Not in the denominator: looked after from the next day.
  aChild({ localId: 'H-LATER', care: [{ from: '2026-04-01' }] }),
  // Left out: three short-term breaks; told among the exclusions.
  aChild({
    localId: 'I-SHORT-BREAKS',
    care: [],
    breaks: [{ from: '2025-01-01' }],
    placements: [1, 2, 3].map((month) => ({
      from: `2025-0${month + 4}-01`,
      to: `2025-0${month + 4}-05`,
      isShortBreak: true,
    })),
  }),
  // Not counted, in the denominator: a short break in the year before care does not count as a placement.
  aChild({
    localId: 'J-BREAK-BEFORE',
    care: [{ from: '2025-08-01' }],
    breaks: [{ from: '2025-04-01', to: '2025-08-01' }],
    placements: [
      { from: '2025-04-10', to: '2025-04-20', isShortBreak: true },
      { from: '2025-08-01', to: '2025-12-12' },
      { from: '2025-12-12' },
    ],
  }),
  // Not counted, in the denominator: open in the return of 2026 and in no later one, so the end is only inferred.
  aChild({ localId: 'K-ABSENT-LATER', care: [{ from: '2024-01-10', to: '2026-03-31', isEndInferred: true }] }),
];

describe('three-or-more-placements', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2025, 2026]);
  });
  afterAll(() => database.close());

  test('counts the placements of at least a day that touch the year', async () => {
    // Numerator A, E, F; denominator A to F, J and K.
    expect(figureOf(await measureOf(database, { viewer, code }))).toBe('3/8');
  });

  test('tells who was left out, and as at when', async () => {
    const measure = await measureOf(database, { viewer, code });
    expect(measure.exclusions).toMatchObject([{ count: 1, isInDenominator: false }]);
    expect(measure.asAt).toEqual(new Date('2026-05-01T09:00:00Z'));
  });

  test('lists the very children behind the figure', async () => {
    const behind = { indicator: code, ...collectionYear(2026), part: 'NUMERATOR' as const };
    const ids = await asking(database, viewer, (context) => localIdsOf({ behind }, context));
    expect(ids).toEqual(['A-OPEN-ON-FIRST-DAY', 'E-RETURNED', 'F-LAST-DAY']);
    expect(await countsBehind(database, viewer, code)).toEqual({
      NUMERATOR: 3,
      REMAINDER: 5,
      DENOMINATOR: 8,
      NOT_KNOWN: 0,
    });
  });

  test('is not known for a year whose return is not held', async () => {
    const measure = await measureOf(database, { viewer, code, period: collectionYear(2024) });
    expect(figureOf(measure)).toBe('NotKnown');
  });
});
