import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellableGroups } from './indicator.breakdown-protection.ts';
import type { ChildCounts } from './indicator.membership-repository.ts';

function counts(counted: number, remainder: number): ChildCounts {
  return { all: counted + remainder, counted, remainder, notKnown: 0, knownRemainder: remainder };
}

const told = (groups: Record<string, readonly [number, number]>): string[] =>
  [...tellableGroups(new Map(Object.entries(groups).map(([code, [c, r]]) => [code, counts(c, r)])))].toSorted();

describe('the groups of a breakdown that are told', () => {
  test('are all where no number is small', () => {
    expect(told({ a: [10, 20], b: [6, 6], c: [0, 9], d: [0, 0] })).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are none where a number of the whole is small', () => {
    expect(told({ a: [0, 20], b: [3, 40] })).toEqual([]);
  });

  test('leave a rest in which nothing is small', () => {
    expect(told({ a: [10, 20], b: [3, 7], c: [8, 12] })).toEqual(['a']);
    expect(told({ a: [10, 20], b: [3, 7] })).toEqual([]);
  });

  test('leave more than a few besides each group that is not told, for its size may be known', () => {
    expect(told({ a: [30, 30], b: [20, 20], c: [4, 16], d: [2, 2] })).toEqual(['a']);
  });

  test('name those who have nobody only where all others are told', () => {
    expect(told({ a: [40, 40], b: [20, 20], c: [3, 27], d: [5, 25], e: [0, 0] })).toEqual(['a', 'b']);
  });
});

const aGroup = fc.tuple(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })),
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })),
);

test('who knows the whole, all that is told and the size of every group cannot work out a small number', () => {
  fc.assert(
    fc.property(fc.array(aGroup, { minLength: 1, maxLength: 9 }), (numbers) => {
      const groups = new Map(numbers.map(([c, r], index) => [`g${index}`, counts(c, r)]));
      const shown = tellableGroups(groups);
      fc.pre(shown.size > 0);
      const rest = [...groups].filter(([code]) => !shown.has(code)).map(([, group]) => group);
      const counted = rest.reduce((sum, group) => sum + group.counted, 0);
      const remainder = rest.reduce((sum, group) => sum + group.remainder, 0);
      const isSmall = (number: number): boolean => number > 0 && number < 6;
      // The least and the most its numerator can be, given the rest's numbers and its own size.
      const range = ({ all }: ChildCounts): number => Math.min(counted, all) - Math.max(0, all - remainder);
      const recovered = rest.filter(
        (group) => group.all > 5 && (isSmall(group.counted) || isSmall(group.remainder)) && range(group) < 2,
      );
      expect(recovered).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
