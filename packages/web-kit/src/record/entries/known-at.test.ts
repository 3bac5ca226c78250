import type { PlainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { justBefore, knownAtSearch, readKnownAt } from './known-at.ts';

describe('knownAtSearch', () => {
  test.each([
    ['2026-01-15', '', '2026-01-15T23:59:59.999Z'],
    ['2026-07-15', '', '2026-07-15T22:59:59.999Z'],
    ['2026-07-15', '9.05', '2026-07-15T08:05:59.999Z'],
    ['2026-01-15', '14:30', '2026-01-15T14:30:59.999Z'],
    // The clocks go forward at 1 in the night of 29 March 2026, and back at 2 in that of 25 October.
    ['2026-03-29', '00:30', '2026-03-29T00:30:59.999Z'],
    ['2026-03-29', '03:00', '2026-03-29T02:00:59.999Z'],
    ['2026-10-25', '', '2026-10-25T23:59:59.999Z'],
  ])('%s at “%s” in England is %s', (day, time, instant) => {
    expect(knownAtSearch(day as PlainDate, time)).toBe(`?knownAt=${instant}`);
  });

  test.each(['24:00', '9', 'noon', '12:60'])('“%s” is no time', (time) => {
    expect(knownAtSearch('2026-01-15' as PlainDate, time)).toBeNull();
  });
});

describe('readKnownAt', () => {
  test.each(['2026-01-15T23:59:59.999Z', '2026-01-15T23:59Z'])('reads %s', (instant) => {
    expect(readKnownAt(new URLSearchParams({ knownAt: instant }))).toBe(instant);
  });

  test.each(['', 'yesterday', '2026-01-15', '2026-02-31T25:00:00Z', '2999-01-01T00:00:00Z'])(
    'passes over “%s”',
    (text) => {
      expect(readKnownAt(new URLSearchParams({ knownAt: text }))).toBeNull();
    },
  );

  test('reads what was known before something was recorded', () => {
    expect(justBefore('2026-01-15T10:00:00Z')).toBe('?knownAt=2026-01-15T09:59:59.999Z');
  });
});
