import type { PlainDate } from '@mainstay/primitives';

/** The unit of a measure's value. */
export type Unit = 'SHARE' | 'COUNT' | 'YEARS' | 'SCORE';

/** Which way a better figure lies. */
export type Direction = 'LOWER' | 'HIGHER' | 'NEITHER';

/** One entry of an indicator catalogue, as the graph answers it (`measure.graphql`). */
export interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly excluded: readonly string[];
  readonly unit: Unit;
  readonly goodDirection: Direction;
  readonly source: string;
  readonly outcomeArticle: number | null;
  readonly owner?: string | null;
  readonly inspectionJudgement?: string | null;
  readonly frameworkOutcome?: string | null;
}

/** A group left out of a measure, or counted in it with a fact missing. */
export interface Exclusion {
  readonly reason: string;
  readonly count: number;
  readonly isInDenominator: boolean;
}

/** The figure is known. A share is 0 to 1. */
export interface Known {
  readonly __typename: 'Known';
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: Unit;
}

/** The figure cannot be worked out because something was not recorded. */
export interface NotKnown {
  readonly __typename: 'NotKnown';
  readonly reason: string;
}

/** The figure has no meaning here. */
export interface NotApplicable {
  readonly __typename: 'NotApplicable';
  readonly reason: string;
}

/** The period has not ended yet. */
export interface NotYetDue {
  readonly __typename: 'NotYetDue';
  readonly dueOn: PlainDate;
}

/** The figure exists but is not shown to this viewer. */
export interface Suppressed {
  readonly __typename: 'Suppressed';
  readonly reason: string;
}

/** A figure, or the reason there is none. */
export type MeasureResult = Known | NotKnown | NotApplicable | NotYetDue | Suppressed;

/** An indicator's figure for one group and one period. */
export interface Measure {
  readonly indicator: Indicator;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly result: MeasureResult;
  /** When the newest record behind the figure was made; null when there is no record. */
  readonly asAt: Date | string | null;
  readonly exclusions: readonly Exclusion[];
}

/** A figure that is no share: a number of things, years, a score. */
export function known(value: number, unit: Unit, parts?: { numerator: number; denominator: number }): Known {
  return {
    __typename: 'Known',
    value,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
    unit,
  };
}

/**
 * The share `numerator ÷ denominator`, 0 to 1.
 *
 * @throws RangeError when the denominator is not positive: such a figure is `notApplicable`.
 */
export function knownShare(numerator: number, denominator: number): Known {
  if (!(denominator > 0)) throw new RangeError('A share of nothing is not a figure.');
  return known(numerator / denominator, 'SHARE', { numerator, denominator });
}

/** No figure: `reason` says what is missing and what would supply it. */
export function notKnown(reason: string): NotKnown {
  return { __typename: 'NotKnown', reason };
}

/** No figure: `reason` says why it has no meaning here. */
export function notApplicable(reason: string): NotApplicable {
  return { __typename: 'NotApplicable', reason };
}

/** No figure before `dueOn`, the first day on which it can be worked out. */
export function notYetDue(dueOn: PlainDate): NotYetDue {
  return { __typename: 'NotYetDue', dueOn };
}

/** A figure that this viewer is not shown: `reason` says why. */
export function suppressed(reason: string): Suppressed {
  return { __typename: 'Suppressed', reason };
}
