import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { daysLeft } from './inspection-window.ts';

describe('daysLeft', () => {
  const window = { from: plainDate('2026-11-16'), to: plainDate('2026-11-27') };

  test('counts the days after today, the last included', () => {
    expect(daysLeft(window, plainDate('2026-11-22'))).toBe(5);
    expect(daysLeft(window, plainDate('2026-11-27'))).toBe(0);
    expect(daysLeft(window, plainDate('2026-11-16'))).toBe(11);
  });

  test('is null before the window opens and after it closes', () => {
    expect(daysLeft(window, plainDate('2026-11-15'))).toBeNull();
    expect(daysLeft(window, plainDate('2026-11-28'))).toBeNull();
  });
});
