import type { Question } from '@mainstay/survey-bank';
import { expect, test } from 'vitest';
import { faultsOf, fieldIdOf, readNumber } from './answer-faults.ts';

const score: Question = { id: 'demands.score', text: 'Your score, 12 to 48', kind: 'number', least: 12, most: 48 };
const say: Question = { id: 'say.1', text: 'I have a say', kind: 'choice', options: [{ value: 1, label: 'Never' }] };

test('a question without an answer may stay open; a number that cannot be may not', () => {
  const found = (written: Record<string, string>) =>
    faultsOf([score, say], written).map(({ fieldId, isOpen }) => [fieldId, isOpen]);
  expect(found({})).toEqual([
    [fieldIdOf(score), true],
    [fieldIdOf(say), true],
  ]);
  expect(found({ 'demands.score': '49', 'say.1': '1' })).toEqual([[fieldIdOf(score), false]]);
  expect(found({ 'demands.score': ' 12 ', 'say.1': '1' })).toEqual([]);
});

test.each([
  ['0', 0],
  ['37', 37],
  ['37.5', null],
  ['1e3', null],
  ['-1', null],
  ['twelve', null],
])('%s is read as %s', (written, number) => {
  expect(readNumber(written)).toBe(number);
});
