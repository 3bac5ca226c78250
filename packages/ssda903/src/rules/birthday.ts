import { ageOn, type PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import type { CheckContext } from './rule.ts';

/** Tables that repeat the date of birth. */
type BirthTable = 'AD1' | 'Header' | 'Missing' | 'OC2' | 'OC3' | 'PlacedAdoption' | 'PrevPerm' | 'Reviews' | 'UASC';

/** The same day `years` later; before it when negative. 1 March stands for 29 February in a common year. */
export function yearsAfter(day: PlainDate, years: number): PlainDate {
  const year = Number(day.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = day.slice(5) === '02-29' && !isLeap ? '03-01' : day.slice(5);
  return `${String(year).padStart(4, '0')}-${rest}` as PlainDate;
}

/** The day on which somebody turns `age`, as `ageOn` counts: 1 March of a common year for 29 February. */
export function birthday(born: PlainDate, age: number): PlainDate {
  return yearsAfter(born, age);
}

/** The date of birth a row gives, or the header's where the row has none; null when neither can be read. */
export function bornOf(row: ReturnRow<BirthTable>, child: ChildRows): PlainDate | null {
  return row.date('DOB') ?? child.dateOfBirth();
}

/** The age a child turns within the collection year, and the day; null when the date of birth cannot be read. */
export function birthdayInYear(born: PlainDate | null, { end }: CheckContext): { age: number; on: PlainDate } | null {
  if (born === null) return null;
  const age = ageOn(born, end);
  return { age, on: birthday(born, age) };
}

/** True when the child is known to be younger than `age` on a day. */
export function isUnder(age: number, born: PlainDate | null, on: PlainDate | null): boolean {
  return born !== null && on !== null && ageOn(born, on) < age;
}

/** True when the child is known to have turned `age` by a day. */
export function isAtLeast(age: number, born: PlainDate | null, on: PlainDate | null): boolean {
  return born !== null && on !== null && ageOn(born, on) >= age;
}
