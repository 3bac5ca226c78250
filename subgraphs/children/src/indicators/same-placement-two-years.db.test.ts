import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild } from '../testing/a-child.ts';
import { asking, countsBehind, figureOf, localIdsOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';

const code = 'same-placement-two-years';
const viewer = aViewer();

/** On 31 March 2026: two years before is 31 March 2024, two and a half years before is 30 September 2023. */
const world = [
  // Counted: exactly two and a half years in care, exactly two years with the carers.
  aChild({
    localId: 'A-EXACTLY',
    care: [{ from: '2023-09-30' }],
    placements: [{ from: '2023-09-30', to: '2024-03-31' }, { from: '2024-03-31' }],
  }),
  // Not counted: a day too short with the carers.
  aChild({
    localId: 'B-DAY-SHORT',
    care: [{ from: '2023-09-30' }],
    placements: [{ from: '2023-09-30', to: '2024-04-01' }, { from: '2024-04-01' }],
  }),
  // Not in the denominator: a day too short in care.
  aChild({ localId: 'C-CARE-DAY-SHORT', care: [{ from: '2023-10-01' }] }),
  // Not in the denominator: sixteenth birthday on the last day.
  aChild({ localId: 'D-SIXTEEN', born: '2010-03-31' }),
  // Counted: sixteenth birthday the day after.
  aChild({ localId: 'E-NEARLY-SIXTEEN', born: '2010-04-01' }),
  // Counted: in hospital on the last day; the placement it interrupts goes on.
  aChild({
    localId: 'F-HOSPITAL',
    placements: [{ from: '2022-04-01' }, { from: '2026-03-20', type: 'T1' }],
  }),
  // Counted: the carers moved house (T) a year ago and took the child along.
  aChild({
    localId: 'G-SAME-CARERS',
    placements: [
      { from: '2022-04-01', to: '2025-03-01' },
      { from: '2025-03-01', carerSince: '2022-04-01' },
    ],
  }),
  // Counted: placed for adoption for a year; with the placement before, more than two.
  aChild({
    localId: 'H-ADOPTION',
    placements: [
      { from: '2022-04-01', to: '2025-03-01' },
      { from: '2025-03-01', type: 'A6' },
    ],
  }),
  // Not counted: placed for adoption, but even with the placement before it is not two years.
  aChild({
    localId: 'I-ADOPTION-SHORT',
    placements: [
      { from: '2022-04-01', to: '2024-06-01' },
      { from: '2024-06-01', to: '2025-03-01' },
      { from: '2025-03-01', type: 'A4' },
    ],
  }),
  // Counted: placed for adoption, moved with the adopters; the placement with the carers before them counts.
  aChild({
    localId: 'J-ADOPTION-MOVED',
    placements: [
      { from: '2023-01-01', to: '2025-03-01' },
      { from: '2025-03-01', to: '2025-10-01', type: 'A6' },
      { from: '2025-10-01', type: 'A6', carerSince: '2025-03-01' },
    ],
    care: [{ from: '2023-01-01' }],
  }),
  // Not counted, not known: the carers were there before the oldest return held.
  aChild({
    localId: 'K-CARERS-NOT-KNOWN',
    care: [{ from: '2023-09-01' }],
    placements: [
      { from: '2023-09-01', to: '2024-05-01' },
      { from: '2024-05-01', isCarerSinceKnown: false },
    ],
  }),
  // Left out: care began before the oldest return held, nobody knows when.
  aChild({ localId: 'L-CARE-NOT-KNOWN', care: [{ from: '2024-01-01', isStartKnown: false }] }),
  // In the denominator all the same: not known when, but long enough ago.
  aChild({ localId: 'M-LONG-AGO', care: [{ from: '2023-01-01', isStartKnown: false }] }),
  // Left out: short-term breaks.
  aChild({ localId: 'N-SHORT-BREAKS', care: [], breaks: [{ from: '2022-01-01' }], placements: [] }),
];

describe('same-placement-two-years', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2026]);
  });
  afterAll(() => database.close());

  test('counts those settled for two years among the under-16s long in care', async () => {
    // Numerator A, E, F, G, H, J, M; denominator those and B, I, K.
    expect(figureOf(await measureOf(database, { viewer, code }))).toBe('7/10');
  });

  test('tells who was left out and for whom a fact is missing', async () => {
    const { exclusions } = await measureOf(database, { viewer, code });
    expect(exclusions.map(({ count, isInDenominator }) => ({ count, isInDenominator }))).toEqual([
      { count: 1, isInDenominator: false },
      { count: 1, isInDenominator: false },
      { count: 1, isInDenominator: true },
    ]);
  });

  test('lists the very children behind each part', async () => {
    const behind = { indicator: code, ...collectionYear(2026) };
    const ids = (part: 'REMAINDER' | 'NOT_KNOWN') =>
      asking(database, viewer, (context) => localIdsOf({ behind: { ...behind, part } }, context));
    expect(await ids('REMAINDER')).toEqual(['B-DAY-SHORT', 'I-ADOPTION-SHORT', 'K-CARERS-NOT-KNOWN']);
    expect(await ids('NOT_KNOWN')).toEqual(['K-CARERS-NOT-KNOWN', 'L-CARE-NOT-KNOWN']);
    expect(await countsBehind(database, viewer, code)).toMatchObject({ NUMERATOR: 7, REMAINDER: 3, DENOMINATOR: 10 });
  });
});
