/** A source of chance that gives the same world for the same seed. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number;
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both possible. */
  between(low: number, high: number): number;
  /** One of the options, as likely as its weight. */
  weighted<T>(options: readonly (readonly [T, number])[]): T;
  /** One of the options, all alike. */
  pick<T>(options: readonly T[]): T;
  /** A waiting time with the mean given. */
  waiting(mean: number): number;
  /** A source of its own, so that what is drawn from one does not shift the other. */
  fork(name: string): Random;
}

/** Mulberry32: small, quick and good enough for made-up lives. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const weighted = <T>(options: readonly (readonly [T, number])[]): T => {
    let left = next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) {
      left -= weight;
      if (left < 0) return option;
    }
    return last(options)[0];
  };
  return {
    next,
    weighted,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (options) => options[Math.floor(next() * options.length)] ?? last(options),
    waiting: (mean) => -Math.log(1 - next()) * mean,
    fork: (name) => createRandom(hash(`${seed}/${name}`)),
  };
}

function last<T>(options: readonly T[]): T {
  const option = options.at(-1);
  if (option === undefined) throw new RangeError('There is nothing to choose from.');
  return option;
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  return value >>> 0;
}
