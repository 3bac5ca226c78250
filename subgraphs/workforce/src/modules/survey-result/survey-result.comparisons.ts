import type { SurveyGroup } from '@mainstay/survey-bank';
import { compareChanges, compareMeans, type Comparison } from '../../survey-statistics/comparison.ts';
import { holm } from '../../survey-statistics/holm.ts';
import type { ScoredScale } from './survey-result.scores.ts';
import { statementOf } from './survey-result.words.ts';

/** What is compared. */
export interface Compared {
  readonly kind: 'CHANGE' | 'DIFFERENCE' | 'CHANGES_COMPARED';
  readonly wave: number | null;
  readonly group: SurveyGroup;
  readonly otherGroup: SurveyGroup | null;
}

/** `SurveyComparison` of the graph, to be told: null figures where nothing may be. */
export type Finding = Compared & {
  readonly isKeptBack: boolean;
  readonly pCorrected: number | null;
  readonly statement: string;
} & { readonly [Field in keyof Comparison]: number | null };

const NONE: { readonly [Field in keyof Comparison]: null } = {
  difference: null,
  low: null,
  high: null,
  t: null,
  degreesOfFreedom: null,
  p: null,
  effectSize: null,
  effectLow: null,
  effectHigh: null,
};

/**
 * Every comparison of every scale; p corrected over the scales that are compared in the same way.
 *
 * @returns by scale, in the order given.
 */
export function findingsOf(scored: readonly ScoredScale[], groups: readonly SurveyGroup[], waves: readonly number[]) {
  const byScale: Finding[][] = scored.map(() => []);
  for (const compared of comparisonsOf(groups, waves)) {
    const made = scored.map((scale) => comparisonOf(scale, compared));
    const corrected = holm(made.map((comparison) => comparison?.p ?? null));
    for (const [index, comparison] of made.entries()) {
      const pCorrected = corrected[index] ?? null;
      const scale = scored[index]?.scale;
      if (!scale) continue;
      const statement = statementOf({ scale, compared, comparison, pCorrected });
      const figures = comparison ?? NONE;
      byScale[index]?.push({ ...compared, ...figures, isKeptBack: comparison === null, pCorrected, statement });
    }
  }
  return byScale;
}

function comparisonsOf(groups: readonly SurveyGroup[], waves: readonly number[]): Compared[] {
  const pairs = groups.flatMap((group, index) => groups.slice(index + 1).map((otherGroup) => ({ group, otherGroup })));
  const hasBoth = waves.includes(1) && waves.includes(2);
  return [
    ...(hasBoth ? groups.map((group): Compared => ({ kind: 'CHANGE', wave: null, group, otherGroup: null })) : []),
    ...waves.flatMap((wave) => pairs.map((pair): Compared => ({ kind: 'DIFFERENCE', wave, ...pair }))),
    ...(hasBoth ? pairs.map((pair): Compared => ({ kind: 'CHANGES_COMPARED', wave: null, ...pair })) : []),
  ];
}

function comparisonOf({ samples }: ScoredScale, { kind, wave, group, otherGroup }: Compared): Comparison | null {
  const of = (number: number, of: SurveyGroup | null) =>
    samples.find((sample) => sample.wave === number && sample.group === of)?.scores ?? [];
  switch (kind) {
    case 'CHANGE':
      return compareMeans(of(2, group), of(1, group));
    case 'DIFFERENCE':
      return compareMeans(of(wave ?? 1, group), of(wave ?? 1, otherGroup));
    case 'CHANGES_COMPARED':
      return compareChanges([of(1, group), of(2, group)], [of(1, otherGroup), of(2, otherGroup)]);
  }
}
