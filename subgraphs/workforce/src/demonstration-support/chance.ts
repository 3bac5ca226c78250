import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that is always the same for the same name. */
export function chanceOf(...name: readonly (string | number)[]): number {
  return createHash('sha256').update(name.join(' ')).digest().readUInt32BE(0) / 4_294_967_296;
}

/** A whole number from `low` to `high`, both possible, always the same for the same name. */
export function numberOf(low: number, high: number, ...name: readonly (string | number)[]): number {
  return low + Math.floor(chanceOf(...name) * (high - low + 1));
}
