import type { Period, PlainDate } from '@mainstay/primitives';
import type { Measure } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { staffIndicators } from '../../indicators/index.ts';
import type { EmployerKind } from '../employment/employment.entity.ts';
import { requirePeriod, staffIndicatorsOf, yearsEndingOn } from './staff-indicator.service.ts';

interface MeasuresWanted {
  readonly indicators?: readonly string[] | null;
  /** Of an authority only. */
  readonly isWithPractices?: boolean;
}

type PeriodWanted = MeasuresWanted & Period;
type HistoryWanted = MeasuresWanted & { readonly lastDay: PlainDate; readonly years: number };

/** Resolvers of measures of staff. */
export const staffIndicatorResolvers = {
  Query: { staffIndicators: () => staffIndicators },
  LocalAuthority: measuresOf('local-authority'),
  Practice: measuresOf('practice'),
};

function measuresOf(employerKind: EmployerKind) {
  const measures = (
    employerId: string,
    { indicators, isWithPractices = false }: MeasuresWanted,
    { periods, context: { loaders } }: { periods: readonly Period[]; context: Context },
  ): Promise<Measure[]> => {
    const wanted = staffIndicatorsOf(indicators);
    return Promise.all(
      periods.flatMap(({ from, to }) => {
        const question = { employerKind, employerId, from, to, isWithPractices };
        return wanted.map((indicator) => loaders.staffMeasure.load({ indicator, question }));
      }),
    );
  };
  return {
    staffMeasures: async ({ id }: { id: string }, { from, to, ...wanted }: PeriodWanted, context: Context) => {
      requirePeriod({ from, to });
      return measures(id, wanted, { periods: [{ from, to }], context });
    },
    staffMeasureHistory: async (
      { id }: { id: string },
      { lastDay, years, ...wanted }: HistoryWanted,
      context: Context,
    ) => measures(id, wanted, { periods: yearsEndingOn(lastDay, years), context }),
  };
}
