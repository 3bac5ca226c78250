import type { ScaleResultFragment, ScoresComparedFragment } from '../generated/operations.ts';
import type { IntervalRow } from './interval-chart-layout.ts';
import { groupNames } from './survey-words.ts';

/** What is compared: from the first time to the second, or one group with another. */
export type Comparison = ScoresComparedFragment;

/** A number with its sign and two decimals: `+0.42`, `−0.13`. */
export function signedNumber(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return '0.00';
  return value > 0 ? `+${text}` : `−${text}`;
}

/** `+0.42 (0.10 to 0.74)`: an estimate with the interval that holds it in 95 of 100 cases. */
export function withInterval(value: number | null, low: number | null, high: number | null): string {
  if (value === null) return 'Kept back';
  return low === null || high === null
    ? signedNumber(value)
    : `${signedNumber(value)} (${signedNumber(low)} to ${signedNumber(high)})`;
}

/** How a p is written: never as nought. */
export function pInWords(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? 'under 0.001' : p.toFixed(3);
}

/** What a comparison is of. */
export function comparedInWords({
  wave,
  group,
  otherGroup,
}: Pick<Comparison, 'wave' | 'group' | 'otherGroup'>): string {
  const who =
    otherGroup === null ? groupNames[group] : `${groupNames[group]} less ${groupNames[otherGroup].toLowerCase()}`;
  if (wave === null) return otherGroup === null ? `${who}: second time less first` : `${who}: how much more it changed`;
  return `${who}: ${wave === 1 ? 'first' : 'second'} time`;
}

/** Comparisons as rows of a chart: effect sizes with their intervals. */
export function effectRows(comparisons: readonly Comparison[]): IntervalRow[] {
  return comparisons.map((comparison) => {
    const { effectSize, effectLow, effectHigh, isKeptBack } = comparison;
    const isKnown = !isKeptBack && effectSize !== null;
    return {
      key: keyOf(comparison),
      label: comparedInWords(comparison),
      value: isKnown ? effectSize : null,
      low: isKnown ? effectLow : null,
      high: isKnown ? effectHigh : null,
      text: isKnown
        ? withInterval(effectSize, effectLow, effectHigh)
        : 'Kept back: too few answered, or nobody differs',
    };
  });
}

/** Names a comparison among those of a scale. */
export function keyOf({ wave, group, otherGroup }: Pick<Comparison, 'wave' | 'group' | 'otherGroup'>): string {
  return `${wave ?? 'change'}-${group}-${otherGroup ?? ''}`;
}

/** Which way a score is good news, in a sentence. */
export function directionInWords(direction: ScaleResultFragment['scale']['direction']): string {
  switch (direction) {
    case 'HIGHER_IS_BETTER':
      return 'A higher score is better.';
    case 'LOWER_IS_BETTER':
      return 'A lower score is better.';
    case 'MIDDLE_IS_BEST':
      return 'The middle of the scale is best.';
    case 'NEITHER':
      return 'Neither a higher nor a lower score is better.';
  }
}

/** How big a difference is, in standard deviations, as Cohen named them. */
export function sizeInWords(effect: number): string {
  const size = Math.abs(effect);
  if (size < 0.2) return 'hardly any';
  if (size < 0.5) return 'small';
  return size < 0.8 ? 'medium' : 'large';
}
