import { describe, expect, test } from 'vitest';
import { collectionYear, plainDate, type Period } from '@mainstay/primitives';
import { placedOver20Miles } from '../../indicators/placed-over-20-miles.ts';
import { samePlacementTwoYears } from '../../indicators/same-placement-two-years.ts';
import { noChildren, type ChildCounts, type MemberCount } from './indicator.membership-repository.ts';
import { tellableAlone } from './indicator.protection.ts';
import {
  exclusionsOf,
  outOfSight,
  publishedExclusions,
  wouldDisclose,
  type CountedQuestion,
} from './indicator.suppression.ts';

const year = collectionYear(2026);
const owner = { kind: 'practice', id: 'harbour' } as const;

/** 100 children of whom 10 were counted, all in sight unless told otherwise. */
function counts(parts: Partial<MemberCount> = {}): MemberCount {
  return {
    ord: 0,
    practiceId: null,
    group: null,
    leftOut: null,
    members: 100,
    counted: 10,
    notKnown: 0,
    amount: null,
    weight: null,
    visibleMembers: 100,
    visibleNotKnown: 0,
    children: { ...noChildren, all: 100, counted: 10, remainder: 90, knownRemainder: 90 },
    outOfSight: noChildren,
    ...parts,
  };
}

function children(counted: number, remainder: number, notKnown = 0): ChildCounts {
  return { all: counted + remainder, counted, remainder, notKnown, knownRemainder: remainder - notKnown };
}

function asked(count: MemberCount[], period: Period = year, indicator = placedOver20Miles): CountedQuestion {
  return { question: { indicator, owner, period }, counts: count };
}

function discloses(one: CountedQuestion): boolean {
  return wouldDisclose(one, tellableAlone(outOfSight([one])));
}

describe('wouldDisclose', () => {
  test('lets small figures through when all the children may be seen', () => {
    expect(discloses(asked([counts({ members: 3, counted: 1 })]))).toBe(false);
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
    expect(discloses(asked([counts({ outOfSight: children(counted, remainder) })]))).toBe(expected);
  });

  test.each([
    ['2025-04-01', '2026-03-31', false],
    ['2025-07-01', '2025-09-30', true],
    ['2025-04-01', '2026-03-30', true],
    ['2025-04-02', '2026-03-31', true],
    ['2024-04-01', '2026-03-31', true],
  ])('with many children out of sight, of %s to %s says %s', (from, to, expected) => {
    const period = { from: plainDate(from), to: plainDate(to) };
    expect(discloses(asked([counts({ outOfSight: children(20, 20) })], period))).toBe(expected);
    expect(discloses(asked([counts()], period))).toBe(false);
  });

  test.each([
    [20, false],
    [18, true],
    [15, true],
    [14, false],
  ])('where another indicator counts 20 children out of sight and this one %i, says %s', (fewer, expected) => {
    const distance = asked([counts({ outOfSight: children(6, 14) })]);
    const stability = asked([counts({ outOfSight: children(6, fewer - 6) })], year, samePlacementTwoYears);
    const told = tellableAlone(outOfSight([distance, stability]));
    expect(wouldDisclose(distance, told)).toBe(false);
    expect(wouldDisclose(stability, told)).toBe(expected);
  });
});

describe('exclusionsOf', () => {
  test('counts those in sight only where few of the others are concerned', () => {
    const denominator = counts({ notKnown: 9, visibleNotKnown: 7, outOfSight: children(6, 14, 2) });
    const shortBreaks = counts({ leftOut: 'short-break', members: 8, visibleMembers: 0, outOfSight: children(0, 8) });
    const one = asked([denominator, shortBreaks]);
    const [left, missing] = exclusionsOf(one, outOfSight([one]));
    expect(left).toMatchObject({ count: 8, isInDenominator: false });
    expect(missing).toMatchObject({ count: 7, isInDenominator: true });
    expect(missing?.reason).toContain('still see');
  });

  test('counts those in sight only where few of the others would be left', () => {
    const one = asked([counts({ notKnown: 19, visibleNotKnown: 7, outOfSight: children(6, 14, 12) })]);
    expect(exclusionsOf(one, outOfSight([one]))).toMatchObject([{ count: 7 }]);
  });

  test('is empty when nobody was left out', () => {
    const one = asked([counts()]);
    expect(exclusionsOf(one, outOfSight([one]))).toEqual([]);
  });
});

describe('publishedExclusions', () => {
  const told = (parts: Partial<MemberCount>, isNotKnownTold = true): number[] =>
    publishedExclusions(placedOver20Miles, [counts(parts)], { groups: [], isNotKnownTold }).map(({ count }) => count);

  test.each([
    ['many', children(10, 90, 40), [40]],
    ['few', children(10, 90, 4), []],
    ['all but few', children(10, 90, 87), []],
  ])('of %s not known', (_, all, expected) => {
    expect(told({ notKnown: all.notKnown, children: all })).toEqual(expected);
    expect(told({ notKnown: 40, outOfSight: all })).toEqual(expected.map(() => 40));
    expect(told({ notKnown: all.notKnown, children: all }, false)).toEqual([]);
  });
});
