import fc from 'fast-check';
import type { ExampleRow, ExampleTables } from '../example-return.ts';
import { collectionDays, textOf } from './calendar.ts';
import type { Others } from './drawn-others.arbitrary.ts';
import { evenly, weighted } from './drawn-values.arbitrary.ts';

/** A value of this year, or now and then another. */
const changed = (value: string | undefined, ...instead: readonly string[]) =>
  fc.oneof({ arbitrary: fc.constant(value ?? ''), weight: 3 }, { arbitrary: fc.constantFrom(...instead), weight: 1 });

/** Last year's rows: what this year's began with, sometimes changed, so that the two agree as often as not. */
export function lastYear(
  year: number,
  rows: readonly ExampleRow<'Episodes'>[],
  other: Others,
): fc.Arbitrary<ExampleTables> {
  const [first] = rows;
  const { start } = collectionDays(year);
  const [spring, march] = [textOf(start - 20), textOf(start - 1)];
  const [decision] = other.decisions;
  const [incident] = other.missing;
  const [order] = other.orders;
  const maybe = <T>(row: fc.Arbitrary<T>) => fc.array(row, { maxLength: 1 });
  return fc.record({
    Header: maybe(
      fc.record({
        DOB: changed(other.DOB, '15/01/2010'),
        SEX: changed(other.SEX, year <= 2025 ? '1' : 'F'),
        ETHNIC: changed(other.ETHNIC, 'WBRI'),
        UPN: changed(other.UPN, 'UN2', 'A123456789012', ''),
        MOTHER: changed(other.MOTHER, '0', '1', ''),
        MC_DOB: changed(other.MC_DOB, '01/05/2022', ''),
      }),
    ),
    Episodes: maybe(
      fc.record({
        DECOM: changed(first?.DECOM, spring),
        DEC: fc.constantFrom('', '', march, first?.DECOM ?? ''),
        RNE: changed(first?.RNE, 'S', ''),
        LS: changed(first?.LS, 'C2', ''),
        CIN: changed(first?.CIN, 'N3', ''),
        PLACE: changed(first?.PLACE, 'U4', 'H5', 'Z1', ''),
        PLACE_PROVIDER: changed(first?.PLACE_PROVIDER, 'PR1', ''),
        URN: changed(first?.URN, 'SC123456', ''),
        REC: weighted({ '': 2, X1: 1, E4A: 1, E11: 1 }),
      }),
    ),
    PlacedAdoption: maybe(
      fc.record({
        DATE_PLACED: changed(decision?.DATE_PLACED, spring, ''),
        DATE_PLACED_CEASED: evenly('', '', march),
        REASON_PLACED_CEASED: evenly('', 'RD1'),
      }),
    ),
    Missing: maybe(
      fc.record({
        MISSING: evenly('M', 'A'),
        MIS_START: changed(incident?.MIS_START, spring),
        MIS_END: evenly('', march),
      }),
    ),
    DoLo: maybe(fc.record({ DOLO_START: changed(order?.DOLO_START, spring), DOLO_END: evenly('', march) })),
  });
}
