import { addDays, plainDate, type PlainDate } from './plain-date.ts';

/** A bank holiday of England, or its Christmas Day or Good Friday: no working day in the sense of the regulations. */
export interface BankHoliday {
  readonly day: PlainDate;
  /** What it is called, in plain words. */
  readonly name: string;
}

/** The first year whose holidays follow the pattern computed here: early May became a bank holiday in 1978. */
const FIRST_YEAR = 1978;

/** Years in which the early May bank holiday was moved: both times to the anniversary of the end of the war in Europe. */
const EARLY_MAY_MOVED: ReadonlyMap<number, string> = new Map([
  [1995, '05-08'],
  [2020, '05-08'],
]);

/** Years in which the spring bank holiday was moved to make a long weekend of a jubilee. */
const SPRING_MOVED: ReadonlyMap<number, string> = new Map([
  [2002, '06-04'],
  [2012, '06-04'],
  [2022, '06-02'],
]);

/** Holidays proclaimed for one year alone. */
const PROCLAIMED: readonly BankHoliday[] = [
  { day: plainDate('1981-07-29'), name: 'Royal wedding' },
  { day: plainDate('1999-12-31'), name: 'Millennium' },
  { day: plainDate('2002-06-03'), name: 'Golden Jubilee' },
  { day: plainDate('2011-04-29'), name: 'Royal wedding' },
  { day: plainDate('2012-06-05'), name: 'Diamond Jubilee' },
  { day: plainDate('2022-06-03'), name: 'Platinum Jubilee' },
  { day: plainDate('2022-09-19'), name: 'State funeral of Queen Elizabeth II' },
  { day: plainDate('2023-05-08'), name: 'Coronation of King Charles III' },
];

/**
 * The bank holidays of a year in England, earliest first, Christmas Day and Good Friday among them. A holiday that falls
 * on a weekend is told by its substitute day. A holiday that is proclaimed later for one year must be added here.
 *
 * @throws RangeError for years before 1978, whose holidays followed another pattern.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR) throw new RangeError('Bank holidays are known from 1978 on.');
  const known = byYear.get(year);
  if (known) return known;
  const holidays = holidaysOf(year).toSorted((one, other) => (one.day < other.day ? -1 : 1));
  byYear.set(year, holidays);
  return holidays;
}

/**
 * True on a working day of England: no Saturday, no Sunday, not Christmas Day, Good Friday or another bank holiday.
 *
 * @throws RangeError before 1978.
 */
export function isWorkingDay(day: PlainDate): boolean {
  const ofWeek = dayOfWeek(day);
  if (ofWeek === SATURDAY || ofWeek === SUNDAY) return false;
  return !bankHolidays(yearOf(day)).some((holiday) => holiday.day === day);
}

/**
 * The last day of a time of `count` working days that begins with `day`: the day itself does not count, as in "within 20
 * working days of the day on which …".
 *
 * @throws RangeError unless `count` is a whole number from 1 on, and before 1978.
 */
export function addWorkingDays(day: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('Count one working day or more.');
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const byYear = new Map<number, readonly BankHoliday[]>();

function holidaysOf(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  return [
    { day: nextWorkday(plainDate(`${year}-01-01`)), name: 'New Year’s Day' },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: moved(year, EARLY_MAY_MOVED) ?? mondayFrom(plainDate(`${year}-05-01`)), name: 'Early May bank holiday' },
    { day: moved(year, SPRING_MOVED) ?? mondayFrom(plainDate(`${year}-05-25`)), name: 'Spring bank holiday' },
    { day: mondayFrom(plainDate(`${year}-08-25`)), name: 'Summer bank holiday' },
    ...christmas(year),
    ...PROCLAIMED.filter(({ day }) => yearOf(day) === year),
  ];
}

/** Christmas Day and Boxing Day: a weekend gives way to the first days after it that are neither. */
function christmas(year: number): BankHoliday[] {
  const [christmasDay, boxingDay] = [plainDate(`${year}-12-25`), plainDate(`${year}-12-26`)];
  const ofWeek = dayOfWeek(christmasDay);
  // Boxing Day keeps the Monday; Christmas Day, which was the Sunday, takes the Tuesday.
  const day = ofWeek === SUNDAY ? addDays(christmasDay, 2) : nextWorkday(christmasDay);
  const boxing = ofWeek === SATURDAY ? addDays(boxingDay, 2) : nextWorkday(boxingDay);
  return [
    { day, name: 'Christmas Day' },
    { day: boxing, name: 'Boxing Day' },
  ];
}

function moved(year: number, exceptions: ReadonlyMap<number, string>): PlainDate | null {
  const day = exceptions.get(year);
  return day === undefined ? null : plainDate(`${year}-${day}`);
}

/** The first Monday on or after a day. */
function mondayFrom(day: PlainDate): PlainDate {
  return addDays(day, (7 + MONDAY - dayOfWeek(day)) % 7);
}

/** The day itself, or the Monday after the weekend it falls on. */
function nextWorkday(day: PlainDate): PlainDate {
  const ofWeek = dayOfWeek(day);
  return ofWeek === SATURDAY || ofWeek === SUNDAY ? mondayFrom(day) : day;
}

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const months = epact + weekday - 7 * late + 114;
  return plainDate(`${year}-0${Math.floor(months / 31)}-${String((months % 31) + 1).padStart(2, '0')}`);
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** 0 for Sunday to 6 for Saturday. */
function dayOfWeek(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
