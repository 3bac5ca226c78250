import type { CsvCell } from '../chart/csv.ts';
import type { TimePoint } from '../chart/time-chart-layout.ts';
import type { Measure } from './measure.ts';
import { missingInWords, periodInWords, shortResult, valueInWords } from './measure-words.ts';

/** The points of a chart over time: one for each period, oldest first, those without a figure included. */
export function seriesOf(history: readonly Measure[]): TimePoint[] {
  return byPeriod(history).map((measure) => ({
    period: periodInWords(measure),
    tick: measure.to.slice(0, 4),
    value: measure.result.__typename === 'Known' ? measure.result.value : null,
    label: shortResult(measure),
  }));
}

/** What the chart shows, in a sentence: the first and the last figure known, and what is missing. Never why. */
export function findingOf(history: readonly Measure[]): string {
  const measures = byPeriod(history);
  const known = measures.filter((measure) => measure.result.__typename === 'Known');
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return 'No figure is known for these years.';
  const missing = measures.length - known.length;
  const without = missing === 0 ? '' : ` There is no figure for ${missing} of the ${measures.length} years.`;
  if (first === last) return `${shortResult(last)} in the ${period(last)}, the only year with a figure.`;
  const [then, now] = [shortResult(first), shortResult(last)];
  if (then === now) return `The same in the ${period(last)} as in the ${period(first)}: ${now}.${without}`;
  const way = isHigher(last, first) ? 'Higher' : 'Lower';
  return `${way} in the ${period(last)} (${now}) than in the ${period(first)} (${then}).${without}`;
}

/** The columns of the table under the chart. */
export const SERIES_COLUMNS = ['Period', 'Figure', 'Counted', 'Out of'] as const;

/** The rows of the table under the chart: the same periods and labels as its points. */
export function seriesRows(history: readonly Measure[]): string[][] {
  return byPeriod(history).map((measure) => {
    const { result } = measure;
    const counted = result.__typename === 'Known' ? [result.numerator, result.denominator] : [null, null];
    return [
      periodInWords(measure),
      shortResult(measure),
      ...counted.map((n) => (typeof n === 'number' ? valueInWords(n, 'COUNT') : '–')),
    ];
  });
}

/** The columns of the CSV of measures. A share is 0 to 1. */
export const MEASURE_CSV_COLUMNS = [
  'of',
  'indicator',
  'title',
  'from',
  'to',
  'status',
  'value',
  'unit',
  'numerator',
  'denominator',
  'as_at',
  'reason',
  'exclusions',
] as const;

/** The rows of the CSV of measures; `group` names whose they are, e.g. the authority. */
export function measureCsvRows(group: string, measures: readonly Measure[]): CsvCell[][] {
  return measures.map((measure) => {
    const { indicator, from, to, result, asAt } = measure;
    const known = result.__typename === 'Known' ? result : null;
    const exclusions = measure.exclusions.map(({ reason, count }) => `${reason}: ${count}`).join('; ');
    return [
      group,
      indicator.code,
      indicator.title,
      from,
      to,
      result.__typename,
      known?.value ?? null,
      indicator.unit,
      known?.numerator ?? null,
      known?.denominator ?? null,
      asAt ?? null,
      result.__typename === 'Known' ? null : missingInWords(result).text,
      exclusions || null,
    ];
  });
}

function byPeriod(history: readonly Measure[]): Measure[] {
  return history.toSorted((a, b) => (a.to < b.to ? -1 : 1));
}

function period(measure: Measure): string {
  const words = periodInWords(measure);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function isHigher(one: Measure, other: Measure): boolean {
  const [a, b] = [one.result, other.result];
  return a.__typename === 'Known' && b.__typename === 'Known' && a.value > b.value;
}
