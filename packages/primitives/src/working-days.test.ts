import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from './plain-date.ts';
import { addWorkingDays, bankHolidays, isWorkingDay } from './working-days.ts';

/** As the Government published them for England and Wales. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

describe('bank holidays of England', () => {
  test.each(Object.entries(PUBLISHED))('of %s are those published', (year, days) => {
    expect(
      bankHolidays(Number(year))
        .map(({ day }) => day.slice(5))
        .join(' '),
    ).toBe(days);
  });

  test.each([
    [1995, '1995-05-08', '1995-05-01'],
    [2002, '2002-06-04', '2002-05-27'],
    [2012, '2012-06-05', '2012-05-28'],
  ])('of %d were moved', (year, moved, usual) => {
    const days: readonly string[] = bankHolidays(year).map(({ day }) => day);
    expect([days.includes(moved), days.includes(usual)]).toEqual([true, false]);
  });

  // Easter Sundays to come, from the tables of the Book of Common Prayer.
  test.each([
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2033-04-17',
    '2034-04-09',
    '2035-03-25',
  ])('are around Easter, %s', (sunday) => {
    const days = bankHolidays(Number(sunday.slice(0, 4))).map(({ day }) => day);
    expect(days).toEqual(expect.arrayContaining([addDays(plainDate(sunday), -2), addDays(plainDate(sunday), 1)]));
  });

  test('are eight a year on weekdays, but for those proclaimed', () => {
    for (let year = 2015; year <= 2035; year++) {
      const days = bankHolidays(year).map(({ day }) => day);
      expect([year, new Set(days).size]).toEqual([year, year === 2022 ? 10 : year === 2023 ? 9 : 8]);
      expect(days.filter(isWorkingDay)).toEqual([]);
      expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
    }
  });

  test('are not known of the time before 1978', () => {
    expect(() => bankHolidays(1977)).toThrow(RangeError);
  });
});

describe('working days', () => {
  test.each([
    ['within a week', '2026-11-23', 1, '2026-11-24'],
    ['over a weekend', '2026-11-20', 1, '2026-11-23'],
    ['from a Saturday', '2026-11-21', 10, '2026-12-04'],
    ['over Christmas and New Year', '2026-12-18', 10, '2027-01-06'],
    ['over Easter', '2026-03-30', 10, '2026-04-15'],
    ['over the state funeral', '2022-09-14', 10, '2022-09-29'],
    ['twenty', '2026-04-20', 20, '2026-05-19'],
  ])('%s', (_, from, count, until) => {
    expect(addWorkingDays(plainDate(from), count)).toBe(until);
  });

  test('agree with counting one by one', () => {
    for (let day = plainDate('2019-12-01'); day < '2023-06-01'; day = addDays(day, 17)) {
      const until = addWorkingDays(day, 20);
      let counted = 0;
      for (let one = addDays(day, 1); one <= until; one = addDays(one, 1)) if (isWorkingDay(one)) counted += 1;
      expect([day, counted, isWorkingDay(until)]).toEqual([day, 20, true]);
    }
  });

  test.each([0, -1, 1.5])('are not counted %d at a time', (count) => {
    expect(() => addWorkingDays(plainDate('2026-11-23'), count)).toThrow(RangeError);
  });
});
