import type { MeasureFigureFragment } from '../generated/operations.ts';

/** A measure as the fragment `MeasureFigure` asks for it. */
export type Measure = MeasureFigureFragment;

/** What was measured: the part of a catalogue entry that pages show. */
export type Indicator = Measure['indicator'];

/** A figure, or the reason there is none. */
export type MeasureResult = Measure['result'];

/** A known figure. */
export type KnownResult = Extract<MeasureResult, { __typename: 'Known' }>;

/** A reason for having no figure. */
export type MissingResult = Exclude<MeasureResult, { __typename: 'Known' }>;

/** The unit of a measure's value; a `SHARE` is 0 to 1. */
export type Unit = Indicator['unit'];
