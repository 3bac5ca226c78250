import { expect, test } from 'vitest';
import { fixedClock } from './clock.ts';

test.each([
  ['2026-07-01T22:59:59.999Z', '2026-07-01', 'the last instant of a summer day'],
  ['2026-07-01T23:00:00.000Z', '2026-07-02', 'midnight in summer time'],
  ['2026-07-01T23:30:00.000Z', '2026-07-02', 'the same hour again'],
  ['2026-07-01T22:30:00.000Z', '2026-07-01', 'an hour back'],
  ['2026-11-22T23:59:59.999Z', '2026-11-22', 'the last instant of a winter day'],
  ['2026-11-23T00:00:00.000Z', '2026-11-23', 'midnight in winter'],
  ['2026-03-29T00:30:00.000Z', '2026-03-29', 'just before the clocks go forward'],
  ['2026-10-24T23:30:00.000Z', '2026-10-25', 'the night the clocks go back'],
])('at %s it is %s in England: %s', (instant, day) => {
  expect(fixedClock(new Date(instant)).today()).toBe(day);
});
