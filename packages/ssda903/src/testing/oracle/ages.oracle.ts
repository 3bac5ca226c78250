import { dayOf, yearsOn } from './calendar.ts';
import {
  bornOf,
  episodesOf,
  isOneOf,
  type Oracle,
  type Oracles,
  type PlainReturn,
  type PlainRow,
} from './plain-return.ts';

/** Completed years on a day: birthdays counted one by one. */
function ageOn(born: number, day: number): number {
  let age = -1;
  while (yearsOn(born, age + 1) <= day) age += 1;
  return age;
}

/** Episodes of some kind that begin while the child is too young. */
const tooYoungAtStart =
  (age: number, isKind: (row: PlainRow) => boolean): Oracle =>
  (drawn) =>
    atAge(drawn, 'DECOM', (years, row) => isKind(row) && years < age);

/** The episodes for which a test of the child's age on one of their days, by the date of birth in Header, holds. */
function atAge(drawn: PlainReturn, column: string, test: (age: number, row: PlainRow) => boolean): readonly PlainRow[] {
  const born = bornOf(drawn);
  if (born === null) return [];
  return drawn.rows('Episodes').filter((row) => {
    const day = row.day(column);
    return day !== null && test(ageOn(born, day), row);
  });
}

const isPlace = (place: string) => (row: PlainRow) => row.text('PLACE') === place;
const isReason =
  (...reasons: readonly string[]) =>
  (row: PlainRow) =>
    isOneOf(row.text('REC'), ...reasons);

/** A rule on rows of another table: the child's age on one day, and what the row then may not hold. */
const rowsAtAge =
  (
    table: 'OC2' | 'Reviews' | 'OC3',
    test: (age: (day: number) => number, row: PlainRow, drawn: PlainReturn) => boolean,
  ): Oracle =>
  (drawn) =>
    drawn.rows(table).filter((row) => {
      const born = row.day('DOB');
      return born !== null && test((day) => ageOn(born, day), row, drawn);
    });

const has = (row: PlainRow, ...columns: readonly string[]) => columns.some((column) => row.text(column) !== '');

/** The rules on ages, told once more from their words. */
export const ageOracles: Oracles = {
  '188': rowsAtAge('OC2', (age, row, { end }) => age(end) < 4 && has(row, 'SDQ_SCORE', 'SDQ_REASON')),
  '189': rowsAtAge('OC2', (age, row, { start }) => age(start) >= 17 && has(row, 'SDQ_SCORE', 'SDQ_REASON')),
  '234': (drawn) => {
    const born = bornOf(drawn);
    const episodes = episodesOf(drawn);
    return episodes.filter((row, at) => {
      const changed = episodes[at + 1]?.day('DECOM') ?? row.day('DEC');
      const isCustody = row.text('REASON_PLACE_CHANGE') === 'CUSTOD';
      return born !== null && changed !== null && isCustody && ageOn(born, changed) < 10;
    });
  },
  '301': (drawn) => drawn.rows('Header').filter((row) => (row.day('DOB') ?? 0) > drawn.end),
  '302': (drawn) => {
    const [first] = episodesOf(drawn);
    return first && (first.day('DECOM') ?? 0) < (bornOf(drawn) ?? 0) ? [first] : [];
  },
  '304': (drawn) =>
    drawn.rows('UASC').filter((row) => (row.day('DUC') ?? 0) > yearsOn(row.day('DOB') ?? Number.NaN, 18)),
  '352': (drawn) => atAge(drawn, 'DECOM', (age, row) => row.text('RNE') === 'S' && age >= 18),
  '358': tooYoungAtStart(10, (row) => isOneOf(row.text('LS'), 'J1', 'J2', 'J3')),
  '359': (drawn) => {
    const born = bornOf(drawn);
    return drawn.rows('Episodes').filter((row) => {
      const isAllowed = row.text('LS') === 'V2' && row.text('PLACE') === 'K2';
      // Somebody whose episode is open is looked after on the day after the year's last.
      return born !== null && !isAllowed && (row.day('DEC') ?? drawn.end + 1) > yearsOn(born, 18);
    });
  },
  // Until 2024 the rule spoke of semi-independent living only.
  '371': (drawn) =>
    tooYoungAtStart(16, (row) => isOneOf(row.text('PLACE'), 'H5', drawn.year < 2025 ? 'H5' : 'K3'))(drawn),
  '372': tooYoungAtStart(10, isPlace('R5')),
  '373': tooYoungAtStart(4, isPlace('S1')),
  '374': tooYoungAtStart(14, isPlace('P3')),
  '386': (drawn) => atAge(drawn, 'DEC', (age, row) => isReason('E11', 'E12')(row) && age >= 18),
  '387': (drawn) => atAge(drawn, 'DEC', (age, row) => isReason('E5', 'E6')(row) && age < 14),
  '389': (drawn) => atAge(drawn, 'DEC', (age, row) => isReason('E7')(row) && age < 16),
  '391': rowsAtAge('OC3', (age, row, { end }) => age(end) < 17 && has(row, 'IN_TOUCH', 'ACTIV', 'ACCOM')),
  '407': (drawn) => atAge(drawn, 'DEC', (age, row) => isReason('E45', 'E46', 'E47', 'E48')(row) && age >= 18),
  '440': rowsAtAge('Reviews', (age, row) => row.text('REVIEW_CODE') === 'PN0' && age(row.day('REVIEW') ?? 0) >= 4),
  '441': rowsAtAge(
    'Reviews',
    (age, row) => /^PN[1-7]$/.test(row.text('REVIEW_CODE')) && age(row.day('REVIEW') ?? 0) < 4,
  ),
  '460': (drawn) => atAge(drawn, 'DEC', (age, row) => isReason('E17')(row) && age < 18),
  '209': (drawn) => {
    const born = bornOf(drawn);
    const term = dayOf(`31/08/${drawn.year - 2}`) ?? 0;
    return drawn.rows('Header').filter((row) => row.text('UPN') === 'UN1' && born !== null && ageOn(born, term) >= 4);
  },
  '542': rowsAtAge('OC2', (age, row, { end }) => age(end) < 10 && has(row, 'CONVICTED')),
  '1007': rowsAtAge('OC3', (age, row, drawn) => {
    const isOpen = episodesOf(drawn).at(-1)?.text('DEC') === '' && episodesOf(drawn).at(-1)?.text('REC') === '';
    return isOneOf(String(age(drawn.end)), '17', '18') && isOpen && has(row, 'IN_TOUCH', 'ACTIV', 'ACCOM');
  }),
  '1016': rowsAtAge('OC3', (age, row, drawn) => {
    const last = episodesOf(drawn).at(-1);
    const left = last && !isOneOf(last.text('REC'), '', 'X1') ? last.day('DEC') : null;
    const birthday = yearsOn(row.day('DOB') ?? Number.NaN, age(drawn.end));
    const isOfAge = isOneOf(String(age(drawn.end)), '17', '18');
    return isOfAge && left !== null && left > birthday && has(row, 'IN_TOUCH', 'ACTIV', 'ACCOM');
  }),
};
