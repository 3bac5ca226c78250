/** How long something was followed, in days, and whether it ended then or was only followed no longer. */
export interface Followed {
  readonly days: number;
  readonly hasEnded: boolean;
}

/** One point of a curve: a length at which something ended. */
export interface SurvivalPoint {
  readonly days: number;
  /** How many lasted that long and were followed that far. */
  readonly atRisk: number;
  readonly ended: number;
  /** The estimated share that lasts longer, 0 to 1. */
  readonly lasting: number;
  /** The 95 % confidence interval; null where nothing lasts longer. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A curve, with how many it rests on, and after how many days half of them had ended; null when they had not. */
export interface Survival {
  readonly followed: number;
  readonly ended: number;
  readonly medianDays: number | null;
  readonly points: readonly SurvivalPoint[];
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The estimate of Kaplan and Meier, with confidence intervals on the scale log(−log) by Greenwood's formula. What is followed
 * no longer after as many days as another ends was still at risk.
 *
 * Sources: Kaplan and Meier (1958), Journal of the American Statistical Association 53: 457–481; the intervals as in
 * Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data.
 */
export function survivalOf(followed: readonly Followed[]): Survival {
  const points: SurvivalPoint[] = [];
  let [lasting, greenwood, atRisk] = [1, 0, followed.length];
  const byDays = Map.groupBy(followed, ({ days }) => days);
  for (const days of [...byDays.keys()].toSorted((one, other) => one - other)) {
    const together = byDays.get(days) ?? [];
    const ended = together.filter(({ hasEnded }) => hasEnded).length;
    if (ended > 0) {
      lasting *= (atRisk - ended) / atRisk;
      greenwood += ended / (atRisk * (atRisk - ended));
      points.push({ days, atRisk, ended, lasting, ...intervalOf(lasting, greenwood) });
    }
    atRisk -= together.length;
  }
  return {
    followed: followed.length,
    ended: followed.filter(({ hasEnded }) => hasEnded).length,
    medianDays: points.find((point) => point.lasting <= 0.5)?.days ?? null,
    points,
  };
}

function intervalOf(lasting: number, greenwood: number): { low: number | null; high: number | null } {
  if (lasting <= 0 || lasting >= 1) return { low: null, high: null };
  const spread = Z * (Math.sqrt(greenwood) / Math.abs(Math.log(lasting)));
  return { low: lasting ** Math.exp(spread), high: lasting ** Math.exp(-spread) };
}
