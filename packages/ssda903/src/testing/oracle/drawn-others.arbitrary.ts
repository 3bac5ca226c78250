import fc from 'fast-check';
import type { ExampleRow } from '../example-return.ts';
import { births, daysBeside, evenly, orBlank, weighted } from './drawn-values.arbitrary.ts';

/** Up to so many rows of a kind. */
const few = <T>(row: fc.Arbitrary<T>, most: number) => fc.array(row, { maxLength: most });

const answer = weighted({ '': 2, 0: 1, 1: 1 });

const nothingSaid = { DATE_INT: '', DATE_MATCH: '', FOSTER_CARE: '', NB_ADOPTR: '', SEX_ADOPTR: '', LS_ADOPTR: '' };

/** Decisions to place for adoption, and the details of an adoption. */
const adoptionRows = (day: fc.Arbitrary<string>) => ({
  decisions: few(
    fc.record({
      DATE_PLACED: orBlank(day),
      DATE_PLACED_CEASED: orBlank(day, 4),
      REASON_PLACED_CEASED: evenly('', 'RD1'),
    }),
    3,
  ),
  adoption: few(
    fc.oneof(
      { arbitrary: fc.constant(nothingSaid), weight: 1 },
      {
        arbitrary: fc.record({
          DATE_INT: orBlank(day),
          DATE_MATCH: orBlank(day),
          FOSTER_CARE: evenly('0', '1', ''),
          NB_ADOPTR: evenly('1', '2', ''),
          SEX_ADOPTR: evenly('M1', 'F1', 'MM', 'FF', 'MF', ''),
          LS_ADOPTR: evenly('L0', 'L11', 'L12', 'L2', 'L3', 'L4', ''),
        }),
        weight: 5,
      },
    ),
    1,
  ),
});

/** The tables with one row for a child. */
const singleRows = (day: fc.Arbitrary<string>) => ({
  health: few(
    fc.record({
      SDQ_SCORE: evenly('', '9'),
      SDQ_REASON: evenly('', 'SDQ1', 'SDQ2'),
      CONVICTED: answer,
      HEALTH_CHECK: answer,
      IMMUNISATIONS: answer,
      TEETH_CHECK: answer,
      HEALTH_ASSESSMENT: answer,
      SUBSTANCE_MISUSE: answer,
    }),
    1,
  ),
  leaving: few(
    fc.record({
      IN_TOUCH: evenly('', 'YES', 'DIED'),
      ACTIV: evenly('', '0', 'F1'),
      ACCOM: evenly('', '0', 'U1', 'T1'),
    }),
    1,
  ),
  asylum: few(fc.record({ DUC: orBlank(day) }), 1),
  permanence: few(fc.record({ PREV_PERM: evenly('P1', 'Z1'), LA_PERM: evenly('', '330'), DATE_PERM: orBlank(day) }), 1),
});

/** The rows beside the episodes: on the days of the episodes, beside them, and often on one another's. */
export function others(year: number, rows: readonly ExampleRow<'Episodes'>[]) {
  const beside = daysBeside(rows, year);
  const shared = fc.array(beside, { minLength: 2, maxLength: 4 });
  return shared.chain((some) => rowsOn(fc.oneof(fc.constantFrom(...some), beside), year));
}

function rowsOn(day: fc.Arbitrary<string>, year: number) {
  return fc.record({
    DOB: births(day),
    SEX: year < 2025 ? evenly('1', '2') : evenly('M', 'F'),
    UPN: evenly('', 'UN1', 'UN4', 'A123456789012', 'B123456789012'),
    ETHNIC: evenly('WBRI', 'MOTH'),
    MOTHER: evenly('', '0', '1'),
    MC_DOB: orBlank(day, 4),
    missing: few(fc.record({ MISSING: evenly('M', 'A', ''), MIS_START: orBlank(day), MIS_END: orBlank(day, 3) }), 3),
    orders: few(fc.record({ DOLO_START: orBlank(day), DOLO_END: orBlank(day, 2) }), 3),
    workers: few(
      fc.record({
        SW_ID: evenly('SW1', 'SW2'),
        SW_DECOM: day,
        SW_DEC: orBlank(day, 2),
        SW_REASON: evenly('FCONTA', 'MANAGE'),
      }),
      3,
    ),
    ...adoptionRows(day),
    ...singleRows(day),
    reviews: few(fc.record({ REVIEW: day, REVIEW_CODE: evenly('PN0', 'PN1', 'PN7') }), 2),
  });
}

/** What is drawn beside the episodes. */
export type Others = ReturnType<typeof others> extends fc.Arbitrary<infer Drawn> ? Drawn : never;
