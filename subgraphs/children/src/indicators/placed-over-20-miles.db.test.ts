import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild, type PlacementOfTest } from '../testing/a-child.ts';
import { countsBehind, figureOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';

const code = 'placed-over-20-miles';
const viewer = aViewer();

const living = (place: Partial<PlacementOfTest>) => aChild({ placements: [{ from: '2022-04-01', ...place }] });

const world = [
  // Counted: 20.1 miles away, outside.
  living({ miles: 20.1, isInside: false }),
  // Not counted: 20 miles is not more than 20.
  living({ miles: 20, isInside: false }),
  // Not counted: far away, but inside a large authority.
  living({ miles: 34.5, isInside: true }),
  // Not counted, and that is known: within 20 miles, wherever it is.
  living({ miles: 3.2, isInside: null }),
  // Not counted, and that is known: inside, however far.
  living({ miles: null, isInside: true }),
  // Not counted, not known: no postcode.
  living({ miles: null, isInside: null }),
  // Not counted, not known: home not known, placement outside.
  living({ miles: null, isInside: false }),
  // Counted: far away in a temporary placement on the last day; the one it interrupts is near.
  aChild({
    placements: [
      { from: '2022-04-01', miles: 2 },
      { from: '2026-03-30', to: '2026-04-09', type: 'T2', miles: 90, isInside: false },
    ],
  }),
  // Not counted: came back near on the last day.
  aChild({
    placements: [
      { from: '2022-04-01', to: '2026-03-31', miles: 80, isInside: false },
      { from: '2026-03-31', miles: 2 },
    ],
  }),
  // Counted: far away on the last day; in no later return, so the end on that day is only inferred.
  aChild({
    care: [{ from: '2022-04-01', to: '2026-03-31', isEndInferred: true }],
    placements: [{ from: '2022-04-01', to: '2026-03-31', miles: 40, isInside: false }],
  }),
];

describe('placed-over-20-miles', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2026]);
  });
  afterAll(() => database.close());

  test('counts those far away and outside; unknown distances stay in the denominator', async () => {
    const measure = await measureOf(database, { viewer, code });
    expect(figureOf(measure)).toBe('3/10');
    expect(measure.exclusions).toMatchObject([{ count: 2, isInDenominator: true }]);
    expect(await countsBehind(database, viewer, code)).toEqual({
      NUMERATOR: 3,
      REMAINDER: 7,
      DENOMINATOR: 10,
      NOT_KNOWN: 2,
    });
  });

  test('shows no figure, rather than none placed far away, when no distance is known at all', async () => {
    const la = 'E09000017';
    await givenChildren(database, [
      aChild({ la, placements: [{ from: '2022-04-01', miles: null, isInside: null }] }),
      aChild({ la, placements: [{ from: '2024-05-01', miles: null, isInside: null }] }),
    ]);
    await givenReturns(database, la, [2026]);
    const measure = await measureOf(database, {
      viewer: aViewer({ laCodes: [la] }),
      code,
      owner: { kind: 'local-authority', id: la },
    });
    expect(figureOf(measure)).toBe('NotKnown');
  });
});
