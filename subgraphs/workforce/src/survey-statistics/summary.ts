/** Size, mean and variance of a sample. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  /** With n − 1 below the line. */
  readonly variance: number;
}

/** The summary of a sample of two or more. */
export function summaryOf(values: readonly number[]): Summary {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, variance };
}
