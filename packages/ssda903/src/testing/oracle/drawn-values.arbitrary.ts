import fc from 'fast-check';
import type { ExampleRow } from '../example-return.ts';
import { collectionDays, dayOf, textOf, yearsOn } from './calendar.ts';

/** Values drawn as often as their weights say. */
export function weighted(weights: Readonly<Record<string, number>>): fc.Arbitrary<string> {
  const choices = Object.entries(weights);
  return fc.oneof(...choices.map(([value, weight]) => ({ arbitrary: fc.constant(value), weight })));
}

/** Values drawn equally often. */
export const evenly = (...values: readonly string[]) => fc.constantFrom(...values);

/** Days where rules change their mind: the ends of the year, of February, and of the limits in days. */
export function days(year: number): fc.Arbitrary<number> {
  const { start, end } = collectionDays(year);
  return fc.oneof(
    fc.constantFrom(start - 1, start, start + 1, end - 1, end, end + 1, end - 7, end - 8),
    fc.integer({ min: start - 40, max: start + 90 }),
    fc.integer({ min: start - 500, max: end + 5 }),
  );
}

/** Some of the days that the episodes begin and end on, and the days beside them. */
export function daysBeside(rows: readonly ExampleRow<'Episodes'>[], year: number): fc.Arbitrary<string> {
  const own = rows.flatMap(({ DECOM = '', DEC = '' }) => [DECOM, DEC]).filter(Boolean);
  const beside = fc
    .tuple(fc.constantFrom(...own), fc.oneof(fc.constant(0), fc.integer({ min: -2, max: 2 })))
    .map(([text, shift]) => textOf(shifted(text, shift)));
  return fc.oneof({ arbitrary: beside, weight: 4 }, { arbitrary: days(year).map(textOf), weight: 2 });
}

function shifted(text: string, shift: number): number {
  return (dayOf(text) ?? 0) + shift;
}

/** A value, or now and then a blank. */
export function orBlank(value: fc.Arbitrary<string>, blanks = 1): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: value, weight: 4 }, { arbitrary: fc.constant(''), weight: blanks });
}

/** A date of birth for which a birthday falls on, just before, or just after one of the days. */
export function births(day: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const ages = fc.constantFrom(0, 1, 4, 5, 10, 11, 14, 16, 17, 18, 19, 22);
  const beside = fc
    .tuple(day, ages, fc.integer({ min: -1, max: 1 }))
    .map(([text, age, shift]) => textOf(yearsOn(shifted(text, 0), -age) + shift));
  return fc.oneof(
    { arbitrary: beside, weight: 6 },
    { arbitrary: fc.constantFrom('29/02/2008', '29/02/2012'), weight: 1 },
  );
}
