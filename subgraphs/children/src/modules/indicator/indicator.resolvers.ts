import { collectionYear, type Period, type PlainDate } from '@mainstay/primitives';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { childIndicators } from '../../indicators/index.ts';
import type { Breakdown } from './indicator.breakdown.ts';
import { indicatorsCalled, periodOf, yearsUpTo, type MeasureOwner } from './indicator.question.ts';

interface MeasuresWanted {
  readonly indicators?: readonly string[] | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

interface HistoryWanted {
  readonly indicators?: readonly string[] | null;
  readonly lastYear: number;
  readonly years: number;
}

interface BreakdownWanted {
  readonly indicator: string;
  readonly by: Breakdown;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export const indicatorResolvers = {
  Query: {
    childIndicators: () => childIndicators,
  },
  LocalAuthority: measuresOf('local-authority'),
  Practice: measuresOf('practice'),
};

function measuresOf(kind: MeasureOwner['kind']) {
  return {
    childMeasures: (owner: { id: string }, { indicators, from, to }: MeasuresWanted, context: Context) =>
      measures({ kind, id: owner.id }, indicators, [periodOf(from, to)], context),
    childMeasureHistory: (owner: { id: string }, { indicators, lastYear, years }: HistoryWanted, context: Context) =>
      measures({ kind, id: owner.id }, indicators, yearsUpTo(lastYear, years).map(collectionYear), context),
    childMeasuresBy: (owner: { id: string }, { indicator, by, from, to }: BreakdownWanted, { loaders }: Context) => {
      const period = periodOf(from, to);
      return Promise.all(
        indicatorsCalled([indicator]).map((one) =>
          loaders.measuresBy.load({ question: { indicator: one, owner: { kind, id: owner.id }, period }, by }),
        ),
      ).then((found) => found.flat());
    },
  };
}

function measures(
  owner: MeasureOwner,
  codes: readonly string[] | null | undefined,
  periods: readonly Period[],
  { loaders }: Context,
): Promise<Measure[]> {
  const indicators = indicatorsCalled(codes);
  return Promise.all(
    periods.flatMap((period) => indicators.map((indicator) => loaders.measures.load({ indicator, owner, period }))),
  );
}
