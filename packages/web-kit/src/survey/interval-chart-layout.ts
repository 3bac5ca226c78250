import { linearScale } from '../chart/linear-scale.ts';

/** An estimate with the interval it lies in; null figures where it is kept back. */
export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The figure as people read it, or why there is none. */
  readonly text: string;
}

/** Where a row stands in the drawing, in pixels. */
export interface PlacedInterval {
  readonly row: IntervalRow;
  readonly labelY: number;
  readonly y: number;
  /** Null when the row has no figures. */
  readonly x: number | null;
  readonly lowX: number | null;
  readonly highX: number | null;
}

/** A chart of intervals worked out to the pixel. */
export interface IntervalChartLayout {
  readonly width: number;
  readonly height: number;
  readonly zeroX: number;
  readonly rows: readonly PlacedInterval[];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
}

const MARGIN = { top: 8, right: 24, bottom: 36, left: 24 };
const ROW_HEIGHT = 58;
/** The least that is drawn to either side of nought: an effect of 1 is large. */
const LEAST_REACH = 1;

/** Places intervals under each other in a drawing `width` pixels wide, nought in the middle. */
export function layOutIntervals(rows: readonly IntervalRow[], width: number): IntervalChartLayout {
  const ends = rows.flatMap(({ low, high, value }) => [low, high, value].filter((end) => end !== null));
  const reach = Math.max(LEAST_REACH, Math.ceil(Math.max(0, ...ends.map(Math.abs)) * 2) / 2);
  const x = linearScale([-reach, reach], [MARGIN.left, width - MARGIN.right]);
  const step = reach <= 2 ? 0.5 : Math.ceil(reach / 4);
  const count = Math.floor(reach / step);
  const place = (value: number | null) => (value === null ? null : x(value));
  return {
    width,
    height: MARGIN.top + rows.length * ROW_HEIGHT + MARGIN.bottom,
    zeroX: x(0),
    rows: rows.map((row, index) => {
      const top = MARGIN.top + index * ROW_HEIGHT;
      const { value, low, high } = row;
      return { row, labelY: top + 16, y: top + 38, x: place(value), lowX: place(low), highX: place(high) };
    }),
    ticks: Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step).map((value) => ({
      value,
      x: x(value),
    })),
  };
}
