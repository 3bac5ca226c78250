import { linearScale, roundTicks } from './linear-scale.ts';

/** One period of a series. */
export interface TimePoint {
  /** The period in full, e.g. `Year to 31 March 2025`. */
  readonly period: string;
  /** The period on the axis, e.g. `2025`. */
  readonly tick: string;
  /** The value in the unit of the series; null when there is none. */
  readonly value: number | null;
  /** The value as people read it, or in a word or two why there is none, e.g. `12.4%`, `Not known`. */
  readonly label: string;
}

/** Where one point stands in the drawing, in pixels. */
export interface PlacedPoint {
  readonly point: TimePoint;
  readonly x: number;
  /** Null when the point has no value. */
  readonly y: number | null;
  /** False where there is no room for its label beside that of the next. */
  readonly isLabelled: boolean;
}

/** A time chart worked out to the pixel. */
export interface TimeChartLayout {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly points: readonly PlacedPoint[];
  /** The path of the line, broken where a value is missing; empty when no two neighbours are known. */
  readonly path: string;
  /** Marks of the vertical axis, from 0 upwards. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

/** Below this many pixels the labels of two points touch. */
const LEAST_LABEL_WIDTH = 56;

const MARGIN = { top: 28, right: 32, bottom: 48, left: 52 };
/** The room before the first point and after the last, in steps between points. */
const PADDING = 0.3;

/** Places a series in a drawing `width` pixels wide. The vertical axis always begins at 0. */
export function layOutTimeChart(points: readonly TimePoint[], width: number, height = 240): TimeChartLayout {
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const baseline = height - MARGIN.bottom;
  const ticks = roundTicks(Math.max(...known, 0) || 1);
  const y = linearScale([0, ticks.at(-1) ?? 1], [baseline, MARGIN.top]);
  const step = (width - MARGIN.left - MARGIN.right) / Math.max(points.length - 1 + 2 * PADDING, 1);
  const placed = labelled(
    points.map((point, index) => ({
      point,
      x: points.length === 1 ? (MARGIN.left + width - MARGIN.right) / 2 : MARGIN.left + step * (PADDING + index),
      y: point.value === null ? null : y(point.value),
    })),
  );
  return {
    width,
    height,
    baseline,
    points: placed,
    path: known.length > 1 ? pathThrough(placed) : '',
    ticks: ticks.map((value) => ({ value, y: y(value) })),
  };
}

/** Straight lines between neighbours that are known; a missing value breaks the line. */
function pathThrough(points: readonly PlacedPoint[]): string {
  const steps = points.map(({ x, y }, index) => {
    if (y === null) return '';
    const isFirst = index === 0 || points[index - 1]?.y === null;
    return `${isFirst ? 'M' : 'L'}${round(x)},${round(y)}`;
  });
  return steps.join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Labels the last point, and going back from it every one that has room. */
function labelled(points: readonly Omit<PlacedPoint, 'isLabelled'>[]): PlacedPoint[] {
  let next = Infinity;
  return points
    .toReversed()
    .map((placed) => {
      const isLabelled = next - placed.x >= LEAST_LABEL_WIDTH;
      if (isLabelled) next = placed.x;
      return { ...placed, isLabelled };
    })
    .toReversed();
}
