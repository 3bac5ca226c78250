import type { Indicator, Measure } from '../measure/measure.ts';
import { countInWords, missingInWords, shortResult } from '../measure/measure-words.ts';

/** One of the things compared, and its measures of one period. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly measures: readonly Measure[];
}

/** A figure in a comparison: its value, and of how many or why there is none. */
export interface ComparedFigure {
  readonly value: string;
  readonly note: string;
}

/** One row of a comparison: an indicator and the figure of each thing compared, in their order. */
export interface ComparisonRow {
  readonly indicator: Indicator;
  readonly figures: readonly ComparedFigure[];
}

/** Below this many counted, a few children more or less change a share by a tenth or more. */
const FEW = 20;

/** The same indicators side by side, in the order of the first that has them. */
export function comparisonOf(compared: readonly Compared[]): ComparisonRow[] {
  const indicators = new Map(
    compared.flatMap(({ measures }) => measures.map(({ indicator }) => [indicator.code, indicator])),
  );
  return [...indicators.values()].map((indicator) => ({
    indicator,
    figures: compared.map(({ measures }) =>
      figureOf(measures.find((measure) => measure.indicator.code === indicator.code)),
    ),
  }));
}

function figureOf(measure: Measure | undefined): ComparedFigure {
  if (!measure) return { value: 'Not known', note: 'No answer came for this figure.' };
  const { result } = measure;
  if (result.__typename !== 'Known') return { value: shortResult(measure), note: missingInWords(result).text };
  const few = typeof result.denominator === 'number' && result.denominator < FEW ? '; too few to compare' : '';
  return { value: shortResult(measure), note: `${countInWords(measure, result) ?? ''}${few}` };
}
