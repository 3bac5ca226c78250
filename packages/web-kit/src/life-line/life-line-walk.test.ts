import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { lifeLineRows } from './life-line-rows.ts';
import { walk } from './life-line-walk.ts';
import { aHistory, aLegalStatus, aPlacement, aReview } from './testing/a-history.ts';

const rows = lifeLineRows(
  aHistory({
    legalStatuses: [aLegalStatus('V2', '2020-01-01', '2021-01-01'), aLegalStatus('C2', '2021-01-01')],
    placements: [
      aPlacement('2020-01-01', '2020-06-01'),
      aPlacement('2020-06-01', '2022-01-01'),
      aPlacement('2022-01-01'),
    ],
    reviews: [aReview('2020-02-01', 'PN1')],
  }),
  { today: plainDate('2026-11-22') },
);

describe('walk', () => {
  test('goes along a row and stops at its ends', () => {
    expect(walk(rows, { row: 1, segment: 0 }, 'ArrowRight')).toEqual({ row: 1, segment: 1 });
    expect(walk(rows, { row: 1, segment: 2 }, 'ArrowRight')).toEqual({ row: 1, segment: 2 });
    expect(walk(rows, { row: 1, segment: 0 }, 'ArrowLeft')).toEqual({ row: 1, segment: 0 });
    expect(walk(rows, { row: 1, segment: 1 }, 'Home')).toEqual({ row: 1, segment: 0 });
    expect(walk(rows, { row: 1, segment: 0 }, 'End')).toEqual({ row: 1, segment: 2 });
  });

  test('goes down and up to what was so when the present segment began', () => {
    expect(walk(rows, { row: 0, segment: 1 }, 'ArrowDown')).toEqual({ row: 1, segment: 1 });
    expect(walk(rows, { row: 1, segment: 2 }, 'ArrowUp')).toEqual({ row: 0, segment: 1 });
  });

  test('takes the first of a row in which nothing had begun yet', () => {
    expect(walk(rows, { row: 1, segment: 0 }, 'ArrowDown')).toEqual({ row: 2, segment: 0 });
  });

  test('stays where it is above the first row and below the last', () => {
    expect(walk(rows, { row: 0, segment: 1 }, 'ArrowUp')).toEqual({ row: 0, segment: 1 });
    expect(walk(rows, { row: 2, segment: 0 }, 'ArrowDown')).toEqual({ row: 2, segment: 0 });
  });

  test('leaves every other key to the browser', () => {
    expect(walk(rows, { row: 0, segment: 0 }, 'Tab')).toBeNull();
  });
});
