import { cronbachAlpha, type SurveyGroup } from '@mainstay/survey-bank';
import { summaryOf } from '../../survey-statistics/summary.ts';
import type { ScaleSample, ScoredScale } from './survey-result.scores.ts';
import { countedRows } from './survey-result.scores.ts';

/** `SurveyScaleFigure` of the graph. */
export interface ScaleFigure {
  readonly wave: number;
  readonly group: SurveyGroup;
  readonly isKeptBack: boolean;
  readonly scored: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly alpha: number | null;
  readonly bands: readonly { readonly name: string; readonly share: number }[];
}

/** `SurveyItemFigure` of the graph. */
export interface ItemFigure {
  readonly text: string;
  readonly wave: number;
  readonly group: SurveyGroup;
  readonly agree: number | null;
}

const STEP = 0.05;
/** Shares are never told below or above: that all or none of a group answered alike would tell what each did. */
const LEAST_SHARE = 0.1;
/** The answers of `agreement` that agree. */
const AGREES = 4;

/** The scores of one group at one wave. */
export function figureOf({ scale, isEntered }: ScoredScale, sample: ScaleSample): ScaleFigure {
  const { wave, group, scores } = sample;
  if (scores === null) {
    const nothing = { scored: null, mean: null, standardDeviation: null, alpha: null, bands: [] };
    return { wave, group, isKeptBack: true, ...nothing };
  }
  const { n, mean, variance } = summaryOf(scores);
  const alpha = isEntered ? null : cronbachAlpha(countedRows(scale, sample));
  const bands = scale.bands.map(({ name, from, to }) => ({
    name,
    share: coarse(scores.filter((score) => score >= from && score <= to).length / n),
  }));
  return {
    wave,
    group,
    isKeptBack: false,
    scored: n,
    bands,
    mean: twoPlaces(mean),
    standardDeviation: twoPlaces(Math.sqrt(variance)),
    alpha: alpha === null ? null : twoPlaces(alpha),
  };
}

/** How many of each group agree with the items of a scale that is answered by agreeing. */
export function itemFigures({ scale, samples }: ScoredScale, least: number): ItemFigure[] {
  if (scale.kind !== 'own' || scale.options.at(-1)?.label !== 'Strongly agree') return [];
  return scale.items.flatMap(({ text }, index) =>
    samples.map(({ wave, group, answers }): ItemFigure => {
      const given = answers.map((row) => row[index] ?? null).filter((answer) => answer !== null);
      const agree =
        given.length < least ? null : coarse(given.filter((value) => value >= AGREES).length / given.length);
      return { text, wave, group, agree };
    }),
  );
}

/** A number to two places. */
export function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}

function coarse(share: number): number {
  const rounded = Math.round(Math.round(share / STEP) * STEP * 100) / 100;
  return Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, rounded));
}
