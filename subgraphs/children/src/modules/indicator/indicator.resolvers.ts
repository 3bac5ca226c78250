import { collectionYear, type Period, type PlainDate } from '@mainstay/primitives';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { childIndicators } from '../../indicators/index.ts';
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
