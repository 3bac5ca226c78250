/**
 * A day on the calendar, written `YYYY-MM-DD`, with no time and no time zone.
 *
 * It is a string so that it compares with `<` and `===`, and travels through JSON, SQL and GraphQL unchanged. Days are
 * counted in UTC, where every day has 24 hours: not every browser people use has `Temporal` yet.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** True when `text` is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  return ISO.test(text) && exists(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/**
 * `text` as a plain date.
 *
 * @throws RangeError when it is not a day that exists, written `YYYY-MM-DD`.
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('Not a date written YYYY-MM-DD.');
  return text;
}

/** `text` written `DD/MM/YYYY`, as statutory returns write it, or null when there is no such day. */
export function parseBritishDate(text: string): PlainDate | null {
  if (text.length !== 10 || text[2] !== '/' || text[5] !== '/') return null;
  const [day, month] = [digits(text, 0, 2), digits(text, 3, 5)];
  // A return holds a million dates: counting digits takes a third of the time that matching a pattern takes.
  if (!exists(digits(text, 6, 10), month, day)) return null;
  return `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}` as PlainDate;
}

/** `date` written `DD/MM/YYYY`, as statutory returns write it. */
export function formatBritishDate(date: PlainDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The day `days` after `date`; before it when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date((dayNumber(date) + days) * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** Whole days from `start` to `end`; negative when `end` comes first. */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return dayNumber(end) - dayNumber(start);
}

/**
 * Age in completed years on a day.
 *
 * Somebody born on 29 February has the birthday on 1 March of a common year, as English law counts age.
 */
export function ageOn(dateOfBirth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return on.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** A period of whole days; both ends belong to it. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The year of a statutory return: `2024` is 1 April 2023 to 31 March 2024. */
export function collectionYear(year: number): Period {
  return { from: plainDate(`${year - 1}-04-01`), to: plainDate(`${year}-03-31`) };
}

/** The collection year a day belongs to: 31 March 2024 is in 2024, 1 April 2024 in 2025. */
export function collectionYearOf(date: PlainDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) <= '03-31' ? year : year + 1;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

function dayNumber(date: PlainDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / MILLISECONDS_OF_A_DAY
  );
}

/** The number that the characters from `from` up to `to` write; NaN when one is not a digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function exists(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 1)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= last;
}
