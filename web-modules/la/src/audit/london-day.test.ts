import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { startOfDay } from './london-day.ts';

test.each([
  ['2026-01-15', '2026-01-15T00:00:00.000Z'],
  ['2026-07-15', '2026-07-14T23:00:00.000Z'],
  // The clocks go forward during 29 March 2026 and back during 25 October.
  ['2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['2026-03-30', '2026-03-29T23:00:00.000Z'],
  ['2026-10-25', '2026-10-24T23:00:00.000Z'],
  ['2026-10-26', '2026-10-26T00:00:00.000Z'],
])('%s begins at %s', (day, instant) => {
  expect(startOfDay(plainDate(day))).toBe(instant);
});
