import fc from 'fast-check';
import type { ExampleRow } from '../example-return.ts';
import { collectionDays, textOf } from './calendar.ts';
import { days, weighted } from './drawn-values.arbitrary.ts';

/** How long episodes last: the published limits, and a day more and less. */
const lengths = fc.oneof(
  fc.constantFrom(1, 2, 3, 4, 6, 7, 8, 16, 17, 18, 20, 21, 22, 41, 42, 43, 75, 76, 365, 366),
  fc.integer({ min: 0, max: 120 }),
);

const gaps = fc.oneof(
  { arbitrary: fc.constant(0), weight: 12 },
  { arbitrary: fc.integer({ min: 1, max: 60 }), weight: 3 },
  { arbitrary: fc.integer({ min: -10, max: -1 }), weight: 1 },
);

/** Placements that came or went within the years that are drawn. */
function placesOf(year: number): Readonly<Record<string, number>> {
  return { [year < 2024 ? 'H5' : 'K3']: 1, [year < 2026 ? 'Z1' : 'Z12']: 1 };
}

const episodeFacts = (year: number) =>
  fc.record({
    gap: gaps,
    length: lengths,
    isOpen: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
    RNE: weighted({ S: 3, L: 3, P: 4, T: 1, B: 2, U: 1, '': 1 }),
    LS: weighted({ C2: 5, E1: 3, V2: 3, V3: 3, V4: 1, L1: 2, L2: 2, L3: 2, J1: 1, D1: 1 }),
    CIN: weighted({ N1: 6, N2: 1, '': 1 }),
    PLACE: weighted({
      U4: 5,
      U1: 1,
      K2: 3,
      A3: 2,
      A5: 2,
      A6: 3,
      T1: 2,
      T3: 4,
      T4: 2,
      P1: 1,
      P3: 1,
      R5: 1,
      S1: 1,
      K1: 1,
      '': 1,
      ...placesOf(year),
    }),
    PLACE_PROVIDER: weighted({ PR1: 4, PR4: 2, '': 1 }),
    REC: weighted({ X1: 9, E4A: 2, E11: 2, E12: 1, E2: 1, E3: 1, E5: 1, E7: 1, E8: 2, E17: 1, E45: 1, '': 1 }),
    REASON_PLACE_CHANGE: weighted({ '': 5, CARPL: 2, CUSTOD: 1 }),
    PL_POST: weighted({ 'AB1 1AB': 3, 'CD2 2CD': 1 }),
    URN: weighted({ SC123456: 3, SC654321: 1 }),
  });

/** Episodes one after another, most of them without a gap, the last one as often open as not. */
export function episodes(year: number): fc.Arbitrary<ExampleRow<'Episodes'>[]> {
  const { end } = collectionDays(year);
  return fc
    .tuple(days(year), fc.array(episodeFacts(year), { minLength: 1, maxLength: 6 }), fc.boolean())
    .map(([first, facts, isLastOpen]) => {
      let at = first;
      return facts.map(({ gap, length, isOpen, REC, ...rest }, index) => {
        const begun = index === 0 ? at : at + gap;
        at = begun + length;
        const isNow = isOpen || (isLastOpen && index === facts.length - 1) || at > end + 3;
        return { ...rest, DECOM: textOf(begun), DEC: isNow ? '' : textOf(at), REC: isNow ? '' : REC };
      });
    });
}
