import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';

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

const MARGIN = { top: 28, right: 32, bottom: 48, left: 52 };

/** Places a series in a drawing `width` pixels wide. The vertical axis always begins at 0. */
export function layOutTimeChart(points: readonly TimePoint[], width: number, height = 240): TimeChartLayout {
  const known = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const baseline = height - MARGIN.bottom;
  const x = scalePoint<string>()
    .domain(points.map((point) => point.tick))
    .range([MARGIN.left, width - MARGIN.right])
    .padding(0.3);
  const y = scaleLinear()
    .domain([0, Math.max(...known, 0) || 1])
    .range([baseline, MARGIN.top])
    .nice(4);
  const placed = points.map((point) => ({
    point,
    x: x(point.tick) ?? MARGIN.left,
    y: point.value === null ? null : y(point.value),
  }));
  const draw = line<PlacedPoint>()
    .defined((placedPoint) => placedPoint.y !== null)
    .x((placedPoint) => placedPoint.x)
    .y((placedPoint) => placedPoint.y ?? baseline);
  return {
    width,
    height,
    baseline,
    points: placed,
    path: known.length > 1 ? (draw(placed) ?? '') : '',
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
  };
}
