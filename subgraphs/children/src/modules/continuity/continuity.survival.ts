/** How long something was followed, in days, and whether it ended then or was only followed no longer. */
export interface Followed {
  readonly days: number;
  readonly hasEnded: boolean;
}

/** One point of a curve: `SurvivalPoint` of the graph. */
export interface SurvivalPoint {
  readonly days: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly lasting: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A curve: `RelationshipSurvival` of the graph. */
export interface Survival {
  readonly relationships: number;
  readonly ended: number;
  readonly medianDays: number | null;
  readonly points: readonly SurvivalPoint[];
}

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The estimate of Kaplan and Meier, with confidence intervals on the scale log(−log) by Greenwood's formula. What is followed
 * no longer after as many days as another ends was still at risk.
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
    relationships: followed.length,
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
