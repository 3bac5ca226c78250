import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionYear, plainDate } from '@mainstay/primitives';
import type { Database } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { migrations } from '../migrations/index.ts';
import { aChild } from '../testing/a-child.ts';
import { countsBehind, figureOf, measureOf, testClock } from '../testing/asking.ts';
import { givenChildren, givenReturns } from '../testing/given.ts';

const code = 'leavers-in-education-employment-training';
const viewer = aViewer();

const leaver = (born: string, activity: string | null, inTouch = 'YES') =>
  aChild({ born, care: [], placements: [], leaver: [{ year: 2026, activity, inTouch }] });

/** On 31 March 2026 those aged 19 to 21 were born from 1 April 2004 to 31 March 2007. */
const world = [
  // Counted: full time, part time.
  leaver('2004-04-01', 'F1'),
  leaver('2007-03-31', 'P5'),
  // Not in the denominator: 22 that day, 18 that day.
  leaver('2004-03-31', 'F1'),
  leaver('2007-04-01', 'F1'),
  // Not counted: not in education, employment or training; refuses contact but is known to be ill.
  leaver('2005-07-07', 'G5'),
  leaver('2005-07-07', 'G4', 'REFU'),
  // Not counted, not known: not in touch.
  leaver('2005-07-07', '0', 'NO'),
  leaver('2005-07-07', null, 'NO'),
  // Left out: died; returned home.
  leaver('2005-07-07', '0', 'DIED'),
  leaver('2005-07-07', '0', 'RHOM'),
  // Not in the figure: another year's return.
  aChild({ born: '2005-07-07', care: [], placements: [], leaver: [{ year: 2025, activity: 'F2' }] }),
];

describe('leavers-in-education-employment-training', () => {
  let database: Database;
  beforeAll(async () => {
    database = await startTestDatabase('children', { migrations, clock: testClock });
    await givenChildren(database, world);
    await givenReturns(database, 'E08000025', [2026], ['OC3']);
  });
  afterAll(() => database.close());

  test('counts care leavers of 19 to 21 in education, employment or training', async () => {
    const measure = await measureOf(database, { viewer, code });
    expect(figureOf(measure)).toBe('2/6');
    expect(measure.exclusions.map(({ count, isInDenominator }) => [count, isInDenominator])).toEqual([
      [1, false],
      [1, false],
      [2, true],
    ]);
    expect(await countsBehind(database, viewer, code)).toEqual({
      NUMERATOR: 2,
      REMAINDER: 4,
      DENOMINATOR: 6,
      NOT_KNOWN: 2,
    });
  });

  test('does not apply to a period that does not end with the collection year', async () => {
    const period = { from: plainDate('2025-04-01'), to: plainDate('2025-12-31') };
    expect(figureOf(await measureOf(database, { viewer, code, period }))).toBe('NotApplicable');
  });

  test('is not known for a year without its table', async () => {
    expect(figureOf(await measureOf(database, { viewer, code, period: collectionYear(2025) }))).toBe('NotKnown');
  });
});
