import type { PlainDate } from '@mainstay/primitives';

/** A day counted from 1 January 1970: made-up lives are worked out in whole numbers, for speed. */
export type Day = number;

const MILLISECONDS = 86_400_000;
/** The mean length of a year in days. */
export const YEAR = 365.25;

/** The day of a date. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** The day written `YYYY-MM-DD`. */
export function toPlainDate(day: Day): PlainDate {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10) as PlainDate;
}

/** The day written `DD/MM/YYYY`, as the return writes it; empty for none. */
export function toBritish(day: Day | null): string {
  if (day === null) return '';
  const text = toPlainDate(day);
  return `${text.slice(8)}/${text.slice(5, 7)}/${text.slice(0, 4)}`;
}

/** The birthday in completed years on a day. */
export function ageOnDay(born: Day, on: Day): number {
  const [birth, then] = [toPlainDate(born), toPlainDate(on)];
  const years = Number(then.slice(0, 4)) - Number(birth.slice(0, 4));
  return then.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The day somebody born on `born` becomes `age`. */
export function birthday(born: Day, age: number): Day {
  const text = toPlainDate(born);
  return dayOf(Number(text.slice(0, 4)) + age, Number(text.slice(5, 7)), Number(text.slice(8)));
}

/** The first and last day of a collection year. */
export function yearDays(year: number): { from: Day; to: Day } {
  return { from: dayOf(year - 1, 4, 1), to: dayOf(year, 3, 31) };
}
