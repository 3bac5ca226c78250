import type { Summary } from './summary.ts';

/** A difference in standard deviations, with its 95 % interval. */
export interface Effect {
  readonly effectSize: number;
  readonly effectLow: number;
  readonly effectHigh: number;
}

/** The 97.5 % point of the normal distribution. */
const NORMAL = 1.959963984540054;

/**
 * Hedges' g of two samples: the difference over their pooled standard deviation, corrected for small samples, with the
 * interval of its large-sample variance (Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009,
 * chapter 4).
 */
export function hedgesG(a: Summary, b: Summary): Effect {
  const d = (a.mean - b.mean) / pooledDeviation([a, b]);
  const variance = (a.n + b.n) / (a.n * b.n) + d ** 2 / (2 * (a.n + b.n));
  const correction = correctionFor(a.n + b.n - 2);
  const [effectSize, error] = [d * correction, Math.sqrt(variance) * correction];
  return { effectSize, effectLow: effectSize - NORMAL * error, effectHigh: effectSize + NORMAL * error };
}

/** A difference of several samples and its interval in pooled standard deviations, corrected like Hedges' g. */
export function standardised(
  { difference, low, high }: { readonly difference: number; readonly low: number; readonly high: number },
  samples: readonly Summary[],
): Effect {
  const degrees = samples.reduce((sum, { n }) => sum + n - 1, 0);
  const unit = correctionFor(degrees) / pooledDeviation(samples);
  return { effectSize: difference * unit, effectLow: low * unit, effectHigh: high * unit };
}

function correctionFor(degrees: number): number {
  return 1 - 3 / (4 * degrees - 1);
}

function pooledDeviation(samples: readonly Summary[]): number {
  const squares = samples.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0);
  return Math.sqrt(squares / samples.reduce((sum, { n }) => sum + n - 1, 0));
}
