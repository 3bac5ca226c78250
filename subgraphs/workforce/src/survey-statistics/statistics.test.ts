import { describe, expect, test } from 'vitest';
import { compareChanges, compareMeans } from './comparison.ts';
import { hedgesG } from './effect-size.ts';
import { holm } from './holm.ts';

/** Hours of sleep gained on two drugs: Student, The Probable Error of a Mean, Biometrika 6 (1908); `sleep` of R. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

/** A sample of this size with exactly this mean and standard deviation. */
function sampleOf(n: number, mean: number, deviation: number): number[] {
  const raw = Array.from({ length: n }, (_, index) => index - (n - 1) / 2);
  const spread = Math.sqrt(raw.reduce((sum, value) => sum + value ** 2, 0) / (n - 1));
  return raw.map((value) => mean + (value / spread) * deviation);
}

describe('Welch’s test', () => {
  test('of Student’s sleep: what R prints for t.test(extra ~ group, data = sleep)', () => {
    const found = compareMeans(first, second);
    expect(found?.t).toBeCloseTo(-1.8608, 4);
    expect(found?.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(found?.p).toBeCloseTo(0.07939, 5);
    expect(found?.low).toBeCloseTo(-3.3654832, 5);
    expect(found?.high).toBeCloseTo(0.2054832, 5);
    expect(found?.difference).toBeCloseTo(0.75 - 2.33, 10);
  });

  test('of miles per gallon in the NIST handbook, section 1.3.5.3: unequal variances', () => {
    const found = compareMeans(sampleOf(249, 20.14458, 6.4147), sampleOf(79, 30.48101, 6.10771));
    expect(found?.t).toBeCloseTo(-12.94627, 3);
    expect(found?.degreesOfFreedom).toBeCloseTo(136.875, 2);
  });

  test('has nothing to say of one value, or where nobody differs', () => {
    expect(compareMeans([1], [1, 2, 3])).toBeNull();
    expect(compareMeans([2, 2, 2], [2, 2])).toBeNull();
  });
});

test('Hedges’ g: the worked example of Borenstein and others (2009), chapter 4', () => {
  const found = hedgesG({ n: 50, mean: 103, variance: 5.5 ** 2 }, { n: 50, mean: 100, variance: 4.5 ** 2 });
  expect(found.effectSize).toBeCloseTo(0.5924, 4);
  // Its standard error is 0.2028.
  expect((found.effectHigh - found.effectLow) / 2 / 1.959964).toBeCloseTo(0.2028, 4);
});

test('Holm’s correction: what R prints for p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm"), in any order', () => {
  const values = [0.03, 0.01, null, 0.05, 0.02, 0.04];
  const corrected = holm(values).map((p) => (p === null ? null : Math.round(p * 1e6) / 1e6));
  expect(corrected).toEqual([0.09, 0.05, null, 0.09, 0.08, 0.09]);
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
});

describe('the difference in differences', () => {
  test('is Welch’s test when the second pair never varies and never changes', () => {
    const still = Array.from({ length: 12 }, () => 3);
    const found = compareChanges([first, second], [still, still]);
    const welch = compareMeans(second, first);
    for (const field of ['difference', 't', 'degreesOfFreedom', 'p', 'low', 'high'] as const) {
      expect(found?.[field]).toBeCloseTo(welch?.[field] ?? Number.NaN, 6);
    }
  });

  test('takes what both changed out', () => {
    const moved = (values: readonly number[], by: number) => values.map((value) => value + by);
    const found = compareChanges([first, moved(first, 2)], [second, moved(second, 1.5)]);
    expect(found?.difference).toBeCloseTo(0.5, 10);
    expect(compareChanges([first, [1]], [second, second])).toBeNull();
  });
});
