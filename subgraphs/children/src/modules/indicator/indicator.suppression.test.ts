import { describe, expect, test } from 'vitest';
import { collectionYear, plainDate } from '@mainstay/primitives';
import { placedOver20Miles } from '../../indicators/placed-over-20-miles.ts';
import type { MemberCount } from './indicator.membership-repository.ts';
import { exclusionsOf, wouldDisclose } from './indicator.suppression.ts';

const year = collectionYear(2026);

/** 100 children of whom 10 were counted, all in sight unless told otherwise. */
function counts(parts: Partial<MemberCount> = {}): MemberCount {
  return {
    ord: 0,
    leftOut: null,
    members: 100,
    counted: 10,
    notKnown: 0,
    visibleMembers: 100,
    visibleNotKnown: 0,
    hiddenChildren: 0,
    hiddenCounted: 0,
    hiddenRemainder: 0,
    hiddenNotKnown: 0,
    ...parts,
  };
}

const hidden = (hiddenCounted: number, hiddenRemainder: number): MemberCount =>
  counts({ hiddenCounted, hiddenRemainder, hiddenChildren: hiddenCounted + hiddenRemainder });

describe('wouldDisclose', () => {
  test('lets small figures through when all the children may be seen', () => {
    expect(wouldDisclose(counts({ members: 3, counted: 1 }), year)).toBe(false);
  });

  test.each([
    [1, 20, true],
    [5, 20, true],
    [6, 20, false],
    [20, 5, true],
    [0, 3, true],
    [3, 0, true],
    [0, 20, false],
    [20, 0, false],
  ])('with %i of the children out of sight counted and %i not, says %s', (counted, remainder, expected) => {
    expect(wouldDisclose(hidden(counted, remainder), year)).toBe(expected);
  });

  test.each([
    ['2025-04-01', '2026-03-31', false],
    ['2025-07-01', '2025-09-30', false],
    ['2025-04-01', '2026-03-30', true],
    ['2025-04-02', '2026-03-31', true],
    ['2024-04-01', '2026-03-31', true],
    ['2025-10-01', '2026-03-31', true],
  ])('with many children out of sight, of %s to %s says %s', (from, to, expected) => {
    const period = { from: plainDate(from), to: plainDate(to) };
    expect(wouldDisclose(hidden(20, 20), period)).toBe(expected);
    expect(wouldDisclose(counts(), period)).toBe(false);
  });
});

describe('exclusionsOf', () => {
  test('counts those in sight only where few of the others are concerned', () => {
    const denominator = counts({ notKnown: 9, visibleNotKnown: 7, hiddenNotKnown: 2 });
    const shortBreaks = counts({ leftOut: 'short-break', members: 8, visibleMembers: 0, hiddenChildren: 8 });
    const [left, missing] = exclusionsOf(placedOver20Miles, [denominator, shortBreaks]);
    expect(left).toMatchObject({ count: 8, isInDenominator: false });
    expect(missing).toMatchObject({ count: 7, isInDenominator: true });
    expect(missing?.reason).toContain('still see');
  });

  test('is empty when nobody was left out', () => {
    expect(exclusionsOf(placedOver20Miles, [counts()])).toEqual([]);
  });
});
