import type { PlainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { lastQuarter } from './quarter.ts';

test.each([
  ['2026-11-22', '2026-07-01', '2026-09-30'],
  ['2026-10-10', '2026-04-01', '2026-06-30'],
  ['2026-10-16', '2026-07-01', '2026-09-30'],
  ['2027-01-31', '2026-10-01', '2026-12-31'],
  ['2028-05-31', '2028-01-01', '2028-03-31'],
])('on %s the last quarter that can be told of is %s to %s', (day, from, to) => {
  expect(lastQuarter(day as PlainDate)).toEqual({ from, to });
});
