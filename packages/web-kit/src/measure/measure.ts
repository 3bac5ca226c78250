import type { PlainDate } from '@mainstay/primitives';

/** The unit of a measure's value; a `SHARE` is 0 to 1. */
export type Unit = 'SHARE' | 'COUNT' | 'YEARS' | 'SCORE';

/** A part of the children a measure is about, as the graph names it. */
export type MeasurePart = 'NUMERATOR' | 'DENOMINATOR' | 'REMAINDER' | 'NOT_KNOWN';

/** A figure, or the reason there is none. */
export type MeasureResult =
  | {
      readonly __typename: 'Known';
      readonly value: number;
      readonly numerator?: number | null;
      readonly denominator?: number | null;
      readonly unit: Unit;
    }
  | { readonly __typename: 'NotKnown' | 'NotApplicable' | 'Suppressed'; readonly reason: string }
  | { readonly __typename: 'NotYetDue'; readonly dueOn: PlainDate };

/** A known figure. */
export type KnownResult = Extract<MeasureResult, { __typename: 'Known' }>;

/** A reason for having no figure. */
export type MissingResult = Exclude<MeasureResult, { __typename: 'Known' }>;

/** What was measured: the part of a catalogue entry that pages show. */
export interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator?: string | null;
  readonly excluded: readonly string[];
  readonly unit: Unit;
  readonly goodDirection: 'LOWER' | 'HIGHER' | 'NEITHER';
  readonly source: string;
  readonly outcomeArticle?: number | null;
}

/** A measure as the fragment `MeasureFigure` asks for it. */
export interface Measure {
  readonly indicator: Indicator;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The instant at which the newest record behind the figure was made. */
  readonly asAt?: string | null;
  readonly exclusions: readonly {
    readonly reason: string;
    readonly count: number;
    readonly isInDenominator: boolean;
  }[];
  readonly result: MeasureResult;
}
