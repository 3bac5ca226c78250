import { expect, test } from 'vitest';
import { faultsOf, readNumber } from './answer-faults.ts';

const hours = { code: 'hours', text: 'Hours of direct work', number: { least: 0, most: 80, unit: 'hours a week' } };
const say = { code: 'say', text: 'I have a say', choices: [{ value: '1', text: 'Never' }] };

test('a question without an answer may stay open; a number that cannot be may not', () => {
  const open = faultsOf([hours, say], {});
  expect(open.map(({ fieldId, isOpen }) => [fieldId, isOpen])).toEqual([
    ['question-hours', true],
    ['question-say', true],
  ]);
  const wrong = faultsOf([hours, say], { hours: '81', say: '1' });
  expect(wrong.map(({ fieldId, isOpen }) => [fieldId, isOpen])).toEqual([['question-hours', false]]);
  expect(faultsOf([hours, say], { hours: '12,5', say: '1' })).toEqual([]);
});

test.each([
  ['0', 0],
  ['37.5', 37.5],
  ['37,5', 37.5],
  ['1e3', null],
  ['-1', null],
  ['12.55', null],
  ['twelve', null],
])('%s is read as %s', (written, number) => {
  expect(readNumber(written)).toBe(number);
});
