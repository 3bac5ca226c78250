import { expect, test } from 'vitest';
import { differenceOf, meanOf } from './time-use.statistics.ts';

/** Student's sleep data (1908): extra hours of sleep under two drugs, as R's `sleep` has them. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test('the interval of a mean is Student’s', () => {
  // t.test(sleep$extra[1:10]): mean 0.75, 95 percent confidence interval -0.5297804 2.0297804.
  const { mean, low, high } = meanOf(first);
  expect([mean, low, high].map((value) => value.toFixed(5))).toEqual(['0.75000', '-0.52978', '2.02978']);
});

test('the interval of a difference is Welch’s', () => {
  // t.test(extra ~ group, data = sleep): df = 17.776, 95 percent confidence interval -3.3654832 0.2054832.
  const { mean, low, high } = differenceOf(first, second);
  expect([mean, low, high].map((value) => value.toFixed(5))).toEqual(['-1.58000', '-3.36548', '0.20548']);
});

test('people who are all alike differ by what they differ', () => {
  expect(differenceOf([0.5, 0.5], [0.25, 0.25])).toEqual({ mean: 0.25, low: 0.25, high: 0.25 });
});
