import { collectionYear, type PlainDate } from '@mainstay/primitives';
import { EmptyState } from '../page/empty-state.tsx';
import { MeasureCard, type MeasureCardProps } from './measure-card.tsx';
import type { Measure } from './measure.ts';

/** The figures of one collection year, each with its history. */
export function MeasureCards({
  year,
  measures,
  group,
  behind,
}: {
  readonly year: number;
  /** Measures of this year and of those before it, in the order the figures are to be shown. */
  readonly measures: readonly Measure[];
} & Pick<MeasureCardProps, 'group' | 'behind'>) {
  const { to } = collectionYear(year);
  const shown = measures.filter((measure) => measure.to === to);
  if (shown.length === 0) return <EmptyState title={`There are no figures for the year to 31 March ${year}.`} />;
  return (
    <div className="mainstay-measures">
      {shown.map((measure) => (
        <MeasureCard
          key={measure.indicator.code}
          measure={measure}
          history={historyOf(measure, measures, to)}
          group={group}
          {...(behind ? { behind } : {})}
        />
      ))}
    </div>
  );
}

function historyOf(measure: Measure, measures: readonly Measure[], until: PlainDate): Measure[] {
  return measures
    .filter((other) => other.indicator.code === measure.indicator.code && other.to <= until)
    .toSorted((a, b) => (a.to < b.to ? -1 : 1));
}
