import { describe, expect, test } from 'vitest';
import {
  addDays,
  ageOn,
  collectionYear,
  collectionYearOf,
  daysBetween,
  formatBritishDate,
  isPlainDate,
  parseBritishDate,
  plainDate,
} from './plain-date.ts';

describe('a plain date', () => {
  test.each(['2024-02-29', '2000-02-29', '1991-10-14', '2026-12-31'])('%s is a day', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  test.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01', '2024-1-1', ''])(
    '“%s” is none',
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  test('is read as returns write it, and written so again', () => {
    expect(parseBritishDate('29/02/2024')).toBe('2024-02-29');
    expect(formatBritishDate(plainDate('2024-02-29'))).toBe('29/02/2024');
    for (const text of [
      '31/02/2018',
      '2018-02-03',
      '1/2/2018',
      '01/13/2018',
      'zz/03/2018',
      '01/0a/2018',
      '01/02/201x',
      '+1/02/2018',
      '01-02-2018',
      ' 1/02/2018',
    ]) {
      expect(parseBritishDate(text)).toBeNull();
    }
  });

  test('counts days across months, leap days and the change of the clock', () => {
    expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(plainDate('2024-03-30'), 1)).toBe('2024-03-31');
    expect(addDays(plainDate('2024-01-01'), -1)).toBe('2023-12-31');
    expect(daysBetween(plainDate('2023-03-01'), plainDate('2024-03-01'))).toBe(366);
    expect(daysBetween(plainDate('2024-10-28'), plainDate('2024-10-26'))).toBe(-2);
  });

  test('gives an age in completed years; a birthday on 29 February falls on 1 March of a common year', () => {
    expect(ageOn(plainDate('2008-02-29'), plainDate('2026-02-28'))).toBe(17);
    expect(ageOn(plainDate('2008-02-29'), plainDate('2026-03-01'))).toBe(18);
    expect(ageOn(plainDate('2010-03-31'), plainDate('2026-03-31'))).toBe(16);
    expect(ageOn(plainDate('2010-04-01'), plainDate('2026-03-31'))).toBe(15);
  });

  test('belongs to the collection year that ends on 31 March', () => {
    expect(collectionYear(2024)).toEqual({ from: '2023-04-01', to: '2024-03-31' });
    expect(collectionYearOf(plainDate('2024-03-31'))).toBe(2024);
    expect(collectionYearOf(plainDate('2024-04-01'))).toBe(2025);
  });
});
