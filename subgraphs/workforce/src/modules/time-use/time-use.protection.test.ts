import { expect, test } from 'vitest';
import { tellablePractices } from './time-use.protection.ts';

const told = (people: Record<string, number>) =>
  [...tellablePractices(Object.entries(people).map(([id, count]) => ({ id, people: count })))].toSorted();

test.each([
  ['all are large', { a: 10, b: 12 }, ['a', 'b']],
  ['nine are too few', { a: 9 }, []],
  ['few are left over: the smallest of the large is kept back with them', { a: 12, b: 8, c: 11 }, ['a']],
  ['the only large one would tell of the small one', { a: 12, b: 8 }, []],
  ['enough are left over', { a: 12, b: 6, c: 5 }, ['a']],
  ['nobody kept a diary', {}, []],
])('%s', (_, people, expected) => {
  expect(told(people as Record<string, number>)).toEqual(expected);
});
