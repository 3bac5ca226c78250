import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';
import ttest2 from '@stdlib/stats-ttest2';
import { hedgesG, standardised, type Effect } from './effect-size.ts';
import { summaryOf } from './summary.ts';

/** What a comparison of means found. */
export interface Comparison extends Effect {
  readonly difference: number;
  /** The 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

const ALPHA = 0.05;

/**
 * Welch's t test of two samples of different people, by the library; null when a sample has fewer than two values or
 * nothing differs in either.
 *
 * @returns of the first sample less the second.
 */
export function compareMeans(first: readonly number[], second: readonly number[]): Comparison | null {
  if (first.length < 2 || second.length < 2) return null;
  const [a, b] = [summaryOf(first), summaryOf(second)];
  if (a.variance === 0 && b.variance === 0) return null;
  const test = ttest2([...first], [...second], { alpha: ALPHA, variance: 'unequal' });
  const [low, high] = test.ci as unknown as readonly [number, number];
  return {
    difference: a.mean - b.mean,
    low,
    high,
    t: test.statistic,
    degreesOfFreedom: test.df,
    p: test.pValue,
    ...hedgesG(a, b),
  };
}

/**
 * How much more the first pair of samples differs than the second: (a₂ − a₁) − (b₂ − b₁), of four samples of different
 * people, with the degrees of freedom of Welch and Satterthwaite.
 */
export function compareChanges(
  first: readonly [before: readonly number[], after: readonly number[]],
  second: readonly [before: readonly number[], after: readonly number[]],
): Comparison | null {
  const samples = [...first, ...second];
  if (samples.some((sample) => sample.length < 2)) return null;
  const parts = samples.map(summaryOf);
  const [beforeA, afterA, beforeB, afterB] = parts.map(({ mean }) => mean) as [number, number, number, number];
  const difference = afterA - beforeA - (afterB - beforeB);
  const squares = parts.map(({ n, variance }) => ({ n, share: variance / n }));
  const total = squares.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return null;
  const degreesOfFreedom = total ** 2 / squares.reduce((sum, { n, share }) => sum + share ** 2 / (n - 1), 0);
  const error = Math.sqrt(total);
  const t = difference / error;
  const reach = quantile(1 - ALPHA / 2, degreesOfFreedom) * error;
  const interval = { low: difference - reach, high: difference + reach };
  const p = 2 * cdf(-Math.abs(t), degreesOfFreedom);
  return { difference, ...interval, t, degreesOfFreedom, p, ...standardised({ difference, ...interval }, parts) };
}
