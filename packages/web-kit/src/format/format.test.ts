import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { formatAge, formatBytes, formatCount, formatDate, formatInstant, formatPeriod, formatShare } from './format.ts';

describe('plain English', () => {
  test('a day is the same day in every time zone', () => {
    expect(formatDate('2025-03-31')).toBe('31 March 2025');
    expect(formatDate(null)).toBe('Not known');
  });

  test('an instant is told in England’s time, summer time included', () => {
    expect(formatInstant('2025-07-01T08:30:00Z')).toMatch(/^1 July 2025 at 0?9:30$/);
  });

  test('a period that lasts has no end', () => {
    expect(formatPeriod('2024-04-01', '2025-03-31')).toBe('1 April 2024 to 31 March 2025');
    expect(formatPeriod('2024-04-01', null)).toBe('from 1 April 2024');
  });

  test.each([
    [0.1238, '12.4%'],
    [0.1, '10%'],
    [0, '0%'],
    [1, '100%'],
  ])('the share %s is %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test('a noun follows its number', () => {
    expect(formatCount(1, 'child', 'children')).toBe('1 child');
    expect(formatCount(1234, 'child', 'children')).toBe('1,234 children');
    expect(formatCount(0, 'row')).toBe('0 rows');
  });

  test('a baby is under 1', () => {
    expect(formatAge(plainDate('2026-01-10'), plainDate('2026-11-22'))).toBe('under 1');
    expect(formatAge(plainDate('2016-11-23'), plainDate('2026-11-22'))).toBe('9');
  });

  test('bytes are counted in thousands', () => {
    expect([formatBytes(999), formatBytes(1234), formatBytes(1_000_000_000)]).toEqual([
      '999 bytes',
      '1.2 kB',
      '1,000 MB',
    ]);
  });
});
