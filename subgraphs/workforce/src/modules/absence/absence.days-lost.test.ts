import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { daysLost } from './absence.days-lost.ts';

const fullTime = { startedOn: plainDate('2020-01-01'), endedOn: null, fullTimeEquivalent: 1 };
const threeDays = { ...fullTime, fullTimeEquivalent: 0.6 };
const away = (startedOn: string, endedOn: string | null, worksOn: 'MONDAY'[] | null = null) => ({
  startedOn: plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
  worksOn,
});
const wholeYear = { from: plainDate('2026-01-01'), until: plainDate('2026-12-31') };

test.each([
  ['a week', away('2026-03-02', '2026-03-08'), [fullTime], 5],
  ['Easter: Good Friday and Monday are no working days', away('2026-04-01', '2026-04-07'), [fullTime], 3],
  ['a week of three days', away('2026-03-02', '2026-03-06'), [threeDays], 3],
  ['a week of one day that is known', away('2026-03-02', '2026-03-08', ['MONDAY']), [threeDays], 1],
  ['a Monday that is a bank holiday', away('2026-05-04', '2026-05-08', ['MONDAY']), [threeDays], 0],
  ['what lies in the year', away('2025-12-29', '2026-01-05'), [fullTime], 2],
  ['an absence that goes on, to the end', away('2026-12-28', null), [fullTime], 3],
  ['nothing after the post ended', away('2026-03-02', null), [{ ...fullTime, endedOn: plainDate('2026-03-03') }], 2],
  ['two half posts, one day each', away('2026-03-02', '2026-03-02'), [fullTime, threeDays], 1],
  ['another year', away('2025-03-03', '2025-03-07'), [fullTime], 0],
])('%s', (_, absence, posts, expected) => {
  expect(daysLost({ absence, posts, ...wholeYear })).toBe(expected);
});
