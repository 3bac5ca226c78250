/** A stretch of days: the day it begins and the day it ends, both `YYYY-MM-DD`; `9999` for one that is open. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** How many of some things in order of a day lie before `day`, or on it when `isIncluded`. */
export function countUntil<T>(
  sorted: readonly T[],
  day: string,
  { dayOf, isIncluded }: { dayOf: (thing: T) => string; isIncluded: boolean },
): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const thing = sorted[middle];
    const at = thing === undefined ? '' : dayOf(thing);
    if (at < day || (isIncluded && at === day)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Many spans of one child that are asked about many days.
 *
 * Sorted once, each question takes the logarithm of their number: a file may hold 100,000 rows about one child.
 */
export class Spans {
  readonly #sorted: readonly Span[];
  /** The latest end of each span and all that begin before it. */
  readonly #latestEnds: readonly string[];

  constructor(spans: readonly Span[]) {
    this.#sorted = spans.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
    let latest = '';
    this.#latestEnds = this.#sorted.map(({ to }) => (to > latest ? (latest = to) : latest));
  }

  /** The latest end of the spans that begin before `day`; an empty string, which is before every day, when none does. */
  latestEndOfThoseBefore(day: string): string {
    const count = countUntil(this.#sorted, day, { dayOf: ({ from }) => from, isIncluded: false });
    return this.#latestEnds[count - 1] ?? '';
  }
}
