import {
  addDays,
  ageOn,
  collectionYear,
  daysBetween,
  isPlainDate,
  plainDate,
  type Period,
  type PlainDate,
} from '@mainstay/primitives';
import type { ColumnOf } from '@mainstay/ssda903';
import type { LeavingCareEntity } from './leaving-care.entity.ts';

/** The cells of a row of the table OC3 but who the young person is. */
export type Oc3Cells = Readonly<Record<Exclude<ColumnOf<'OC3'>, 'CHILD' | 'DOB'>, string>>;

/** An update as the row is made from it. */
export type Update = Pick<LeavingCareEntity, 'asOf' | 'eligibility' | 'inTouch' | 'activity' | 'accommodation'>;

const NOT_KNOWN = '0';
/** Told around the birthday; of those older than that the last contact of the year is told. */
const BIRTHDAYS = { first: 17, last: 21 };
const LAST_AGE = 25;
/** What stays so until something else is recorded. */
const LASTING = new Set(['DIED', 'RHOM', 'REFU', 'NREQ']);

/**
 * The row of OC3 that the record makes for a care leaver in a collection year; null when nothing is on record to make it
 * from, or none is asked for at the age.
 *
 * From 17 to 21 it tells of the time around the birthday, from three months before to one month after: the update nearest to
 * the birthday. Without one in that time, the young person was not in touch, unless what was last recorded before lasts
 * (died, returned home, refused contact, needs nothing more). From 22 to 25 it tells of the last contact in the year.
 *
 * @param said in any order, as known now, what was withdrawn left out. What was said of somebody still looked after, or who
 * qualifies for advice alone, is no part of the return.
 * @see SSDA903 guidance, table OC3; rules 344, 345, 391, 1001 and 1007
 */
export function oc3Of(dateOfBirth: PlainDate, said: readonly Update[], year: number): Oc3Cells | null {
  const updates = said.filter(({ eligibility }) => eligibility === 'RELEVANT' || eligibility === 'FORMER_RELEVANT');
  const period = collectionYear(year);
  const age = ageOn(dateOfBirth, period.to);
  if (age < BIRTHDAYS.first || age > LAST_AGE) return null;
  if (age > BIRTHDAYS.last) {
    const contact = newest(updates.filter(({ asOf, inTouch }) => isWithin(asOf, period) && inTouch === 'YES'));
    return contact ? cellsOf(contact) : null;
  }
  const birthday = birthdayIn(period, dateOfBirth);
  const window = { from: monthsFrom(birthday, -3), to: monthsFrom(birthday, 1) };
  const near = updates.filter(({ asOf }) => isWithin(asOf, window)).toSorted(nearestTo(birthday))[0];
  if (near) return cellsOf(near);
  const before = newest(updates.filter(({ asOf }) => asOf < window.from));
  if (!before) return null;
  return LASTING.has(before.inTouch) ? cellsOf(before) : { IN_TOUCH: 'NO', ACTIV: NOT_KNOWN, ACCOM: NOT_KNOWN };
}

/** In touch, what is not known is left blank, for the return's own check to find: `0` would say there was no contact. */
function cellsOf({ inTouch, activity, accommodation }: Update): Oc3Cells {
  const isOver = inTouch === 'DIED' || inTouch === 'RHOM';
  const unknown = inTouch === 'YES' ? '' : NOT_KNOWN;
  return {
    IN_TOUCH: inTouch,
    ACTIV: isOver ? NOT_KNOWN : (activity ?? unknown),
    ACCOM: isOver ? NOT_KNOWN : (accommodation ?? unknown),
  };
}

function newest(updates: readonly Update[]): Update | undefined {
  return updates.toSorted((one, other) => (one.asOf < other.asOf ? 1 : -1))[0];
}

function nearestTo(day: PlainDate): (one: Update, other: Update) => number {
  const distance = ({ asOf }: Update): number => Math.abs(daysBetween(day, asOf));
  return (one, other) => distance(one) - distance(other) || (one.asOf < other.asOf ? 1 : -1);
}

function isWithin(day: PlainDate, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

/** Born on 29 February, one has the birthday on 1 March of a common year. */
function birthdayIn({ from, to }: Period, dateOfBirth: PlainDate): PlainDate {
  const inYear = (year: string): PlainDate => {
    const day = `${year}${dateOfBirth.slice(4)}`;
    return isPlainDate(day) ? day : plainDate(`${year}-03-01`);
  };
  const first = inYear(from.slice(0, 4));
  return first >= from ? first : inYear(to.slice(0, 4));
}

/** The same day of another month; its last day where it has no such day. */
function monthsFrom(day: PlainDate, months: number): PlainDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = plainDate(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return isPlainDate(same) ? same : addDays(monthsFrom(first, 1), -1);
}
