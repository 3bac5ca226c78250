/** A curve of staying: after so many days, the share that is still there. */
export interface SurvivalCurve {
  readonly name: string;
  readonly points: readonly { readonly days: number; readonly staying: number }[];
}

/** A curve in the drawing. */
export interface PlacedCurve {
  readonly name: string;
  readonly path: string;
  /** Where the curve ends, for its name. */
  readonly end: { readonly x: number; readonly y: number };
}

/** The drawing worked out to the pixel. */
export interface SurvivalLayout {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly curves: readonly PlacedCurve[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly shares: readonly { readonly share: number; readonly y: number }[];
}

const YEAR = 365.25;
const MARGIN = { top: 16, right: 16, bottom: 40, left: 56 };
const HEIGHT = 280;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Places curves in a drawing `width` pixels wide: steps that go down from all at the first day. */
export function layOutSurvival(curves: readonly SurvivalCurve[], width: number): SurvivalLayout {
  const longest = Math.max(YEAR, ...curves.flatMap(({ points }) => points.map(({ days }) => days)));
  const years = Math.ceil(longest / YEAR);
  const baseline = HEIGHT - MARGIN.bottom;
  const x = (days: number) => MARGIN.left + (days / (years * YEAR)) * (width - MARGIN.left - MARGIN.right);
  const y = (share: number) => baseline - share * (baseline - MARGIN.top);
  const every = Math.max(1, Math.ceil(years / 8));
  return {
    width,
    height: HEIGHT,
    baseline,
    curves: curves.map(({ name, points }) => placed(name, points, { x, y })),
    years: Array.from({ length: Math.floor(years / every) + 1 }, (_, index) => index * every).map((year) => ({
      year,
      x: x(year * YEAR),
    })),
    shares: SHARES.map((share) => ({ share, y: y(share) })),
  };
}

function placed(
  name: string,
  points: SurvivalCurve['points'],
  { x, y }: { readonly x: (days: number) => number; readonly y: (share: number) => number },
): PlacedCurve {
  const steps = points.map(({ days, staying }) => `H${round(x(days))}V${round(y(staying))}`);
  const last = points.at(-1) ?? { days: 0, staying: 1 };
  return {
    name,
    path: `M${round(x(0))},${round(y(1))}${steps.join('')}`,
    end: { x: x(last.days), y: y(last.staying) },
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
