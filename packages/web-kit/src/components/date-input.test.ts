import { describe, expect, test } from 'vitest';
import { readDate } from './date-input.tsx';

function typed(day: string, month: string, year: string): FormData {
  const form = new FormData();
  form.set('born-day', day);
  form.set('born-month', month);
  form.set('born-year', year);
  return form;
}

describe('a typed day', () => {
  test('is read with or without leading zeros and with stray spaces', () => {
    expect(readDate(typed('3', '7', '2014'), 'born')).toBe('2014-07-03');
    expect(readDate(typed(' 03', '07 ', '2014'), 'born')).toBe('2014-07-03');
  });

  test.each([
    ['31', '2', '2018'],
    ['', '', ''],
    ['x', '7', '2014'],
    ['3', '7', '14'],
  ])('%s %s %s is no day', (day, month, year) => {
    expect(readDate(typed(day, month, year), 'born')).toBeNull();
  });
});
