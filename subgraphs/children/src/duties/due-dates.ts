import { addDays, isPlainDate, type PlainDate } from '@mainstay/primitives';

/** The day `weeks` weeks after a day. */
export function addWeeks(day: PlainDate, weeks: number): PlainDate {
  return addDays(day, 7 * weeks);
}

/**
 * The day `months` months after a day: the day of the same number, or the last of its month where there is none, as the
 * law counts months.
 */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const counted = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
  for (let last = Number(day.slice(8)); ; last--) {
    const found = `${month}-${String(last).padStart(2, '0')}`;
    if (isPlainDate(found)) return found;
  }
}

/** The birthday on which somebody reaches an age: 1 March of a common year for one born on 29 February. */
export function birthday(dateOfBirth: PlainDate, age: number): PlainDate {
  const found = `${Number(dateOfBirth.slice(0, 4)) + age}${dateOfBirth.slice(4)}`;
  return isPlainDate(found) ? found : (`${found.slice(0, 4)}-03-01` as PlainDate);
}
