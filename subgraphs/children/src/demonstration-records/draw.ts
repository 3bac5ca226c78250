/** Chance that gives the same answers for the same name, so that the demonstration is the same each time. */
export interface Draw {
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  /** One of the options, all alike. */
  pick<Option>(options: readonly [Option, ...Option[]]): Option;
}

/** A source of its own for each name: what is drawn for one child does not shift what is drawn for another. */
export function drawFor(name: string): Draw {
  const next = numbersFrom(hash(name));
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    chance: (probability) => next() < probability,
    between,
    pick: (options) => options[between(0, options.length - 1)] ?? options[0],
  };
}

/** Mulberry32: numbers from 0 up to 1, good enough for made-up records. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  return value >>> 0;
}
