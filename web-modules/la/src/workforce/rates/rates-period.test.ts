import type { PlainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { addressOf, firstDay, lastSeptember, periodFromAddress, periodsToChoose } from './rates-period.ts';

const day = (written: string) => written as PlainDate;

test('a year counts once its 30 September has come', () => {
  expect(lastSeptember(day('2026-09-29'))).toBe('2025-09-30');
  expect(lastSeptember(day('2026-09-30'))).toBe('2026-09-30');
  expect(lastSeptember(day('2026-11-22'))).toBe('2026-09-30');
});

test('twelve months begin on the day after the same day of the year before', () => {
  expect(firstDay(day('2026-09-30'))).toBe('2025-10-01');
  expect(firstDay(day('2026-11-22'))).toBe('2025-11-23');
});

test('an address asks for a 30 September or for today; for anything else the newest year stands', () => {
  const today = day('2026-11-22');
  const asked = (search: string) => periodFromAddress(new URLSearchParams(search), today).lastDay;
  expect(asked('')).toBe('2026-09-30');
  expect(asked('to=2024-09-30')).toBe('2024-09-30');
  expect(asked('to=today')).toBe(today);
  expect(asked('to=1999-09-30')).toBe('2026-09-30');
  for (const period of periodsToChoose(today)) {
    expect(asked(`to=${addressOf(period, today)}`)).toBe(period.lastDay);
  }
});
