/** Maps a number from one range to another in proportion. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const [start, end] = from;
  const [first, last] = to;
  return (value) => (end === start ? first : first + ((value - start) / (end - start)) * (last - first));
}

/** Marks from 0 to at least `highest`, in steps that people count in (1, 2, 2.5 or 5 times a power of ten), about four. */
export function roundTicks(highest: number): number[] {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? 10 * power;
  const count = Math.ceil(highest / step - 1e-9);
  // Rounded to the step's own decimals: 3 × 0.1 is otherwise 0.30000000000000004.
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(decimals)));
}
