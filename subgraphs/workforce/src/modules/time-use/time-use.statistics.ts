import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A mean of people with the interval that holds it in 95 of 100 cases. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Two sides of a 95 % interval: 2.5 % lie above. */
const UPPER = 0.975;

/** The mean of one value for each person, with Student's t interval. Needs two people. */
export function meanOf(values: readonly number[]): Estimate {
  const { mean, variance } = momentsOf(values);
  const half = tQuantile(UPPER, values.length - 1) * Math.sqrt(variance / values.length);
  return { mean, low: mean - half, high: mean + half };
}

/**
 * The mean of one group of people less that of another, with Welch's interval: their variances need not be alike.
 *
 * @see B. L. Welch, "The generalization of Student's problem when several different population variances are involved",
 * Biometrika 34 (1947)
 */
export function differenceOf(one: readonly number[], other: readonly number[]): Estimate {
  const [first, second] = [momentsOf(one), momentsOf(other)];
  const [a, b] = [first.variance / one.length, second.variance / other.length];
  const mean = first.mean - second.mean;
  if (a + b === 0) return { mean, low: mean, high: mean };
  const freedom = (a + b) ** 2 / (a ** 2 / (one.length - 1) + b ** 2 / (other.length - 1));
  const half = tQuantile(UPPER, freedom) * Math.sqrt(a + b);
  return { mean, low: mean - half, high: mean + half };
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
