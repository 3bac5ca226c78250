import { expect, test } from 'vitest';
import { minutesLeft, minutesLeftInWords } from './glass-time.ts';

const until = '2026-11-22T10:00:00.000Z';
const at = (time: string) => new Date(`2026-11-22T${time}Z`);

test.each([
  ['09:00:00', 60, '60 minutes left'],
  ['09:58:30', 2, '2 minutes left'],
  ['09:59:01', 1, 'less than a minute left'],
  ['10:00:00', 0, 'less than a minute left'],
  ['11:00:00', 0, 'less than a minute left'],
])('at %s there are %i minutes: “%s”', (time, left, words) => {
  expect(minutesLeft(until, at(time))).toBe(left);
  expect(minutesLeftInWords(until, at(time))).toBe(words);
});
