import { addDays, daysBetween, type PlainDate } from '@mainstay/primitives';
import { linearScale } from '../chart/linear-scale.ts';
import type { LifeLineRow, LifeLineSegment } from './life-line.ts';

/** Where a segment stands in the drawing, in pixels. */
export interface PlacedSegment {
  readonly segment: LifeLineSegment;
  readonly x: number;
  readonly width: number;
  /** The text that fits inside; empty when none does. */
  readonly text: string;
}

/** A life line worked out to the pixel. */
export interface LifeLineLayout {
  readonly width: number;
  readonly rows: readonly { readonly row: LifeLineRow; readonly segments: readonly PlacedSegment[] }[];
  /** The first day of each year, thinned so that the labels do not touch. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

/** Narrower than this a segment can neither be seen nor hit. */
const LEAST_SEGMENT_WIDTH = 6;
const LEAST_YEAR_WIDTH = 64;
const LEAST_YEAR_LABEL_WIDTH = 48;
/** About the width of a letter of the drawing's text. */
const CHARACTER_WIDTH = 8;
const TEXT_INDENT = 5;
const MARGIN = 12;

/**
 * Places rows in a drawing at least `available` pixels wide; a long history is drawn wider, so that a year never
 * shrinks below what can be read.
 */
export function layOutLifeLine(rows: readonly LifeLineRow[], today: PlainDate, available: number): LifeLineLayout {
  const { from, to } = extent(rows, today);
  const years = daysBetween(from, to) / 365.25;
  const width = Math.max(available, Math.ceil(years * LEAST_YEAR_WIDTH) + 2 * MARGIN);
  const scale = linearScale([0, daysBetween(from, to)], [MARGIN, width - MARGIN]);
  const x = (day: PlainDate) => scale(daysBetween(from, day));
  return {
    width,
    rows: rows.map((row) => ({ row, segments: row.segments.map((segment) => place(segment, x, to)) })),
    years: yearMarks(from, to, x),
  };
}

/**
 * Where the text of a segment begins when the drawing is scrolled by `scrolled` pixels: at the segment's start, or at the
 * edge of what is in sight while the segment reaches that far.
 */
export function textStart({ segment, x, width, text }: PlacedSegment, scrolled: number): number {
  if (segment.kind === 'event') return x;
  const last = x + width - text.length * CHARACTER_WIDTH;
  return Math.max(x + TEXT_INDENT, Math.min(scrolled + TEXT_INDENT, last));
}

function place(segment: LifeLineSegment, x: (day: PlainDate) => number, to: PlainDate): PlacedSegment {
  const start = x(segment.startedOn);
  if (segment.kind === 'event') return { segment, x: start, width: 0, text: segment.label };
  const width = Math.max(x(segment.endedOn ?? to) - start, LEAST_SEGMENT_WIDTH);
  return { segment, x: start, width, text: textWithin(segment, width) };
}

function textWithin({ label, shortLabel }: LifeLineSegment, width: number): string {
  const fits = Math.floor((width - 8) / CHARACTER_WIDTH);
  if (label.length <= fits) return label;
  if (shortLabel !== undefined && fits < 14) return shortLabel.length <= fits ? shortLabel : '';
  return fits >= 4 ? `${label.slice(0, fits - 1)}…` : '';
}

function extent(rows: readonly LifeLineRow[], today: PlainDate): { from: PlainDate; to: PlainDate } {
  const segments = rows.flatMap((row) => row.segments);
  const days = segments.flatMap((segment) => [segment.startedOn, segment.endedOn ?? today]);
  const sorted = days.toSorted();
  const first = sorted[0] ?? today;
  const last = sorted.at(-1) ?? today;
  return last > first ? { from: first, to: last } : { from: first, to: addDays(first, 1) };
}

function yearMarks(from: PlainDate, to: PlainDate, x: (day: PlainDate) => number): LifeLineLayout['years'] {
  const marks: { year: number; x: number }[] = [];
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) {
    const at = x(`${year}-01-01` as PlainDate);
    const last = marks.at(-1);
    if (!last || at - last.x >= LEAST_YEAR_LABEL_WIDTH) marks.push({ year, x: at });
  }
  return marks;
}
