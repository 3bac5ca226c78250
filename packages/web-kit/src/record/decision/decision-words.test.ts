import { expect, test } from 'vitest';
import { answerFields } from './decision-fields.ts';
import { hoursInWords, isManager, levelsAbove, reaches } from './decision-words.ts';

test('a role reaches its own level and those below', () => {
  expect(['la-worker', 'swp-manager', 'la-manager', 'la-iro'].map((role) => reaches(role, 'PRACTICE_MANAGER'))).toEqual(
    [false, true, true, false],
  );
  expect(['swp-worker', 'swp-manager', 'la-manager'].map(isManager)).toEqual([false, true, true]);
  expect(levelsAbove('LA_MANAGER').map(({ value }) => value)).toEqual(['DIRECTOR']);
});

test('who may not decide can only pass a question on', () => {
  const outcomes = (mayDecide: boolean, level: 'WORKER' | 'DIRECTOR') => {
    const [outcome] = answerFields(mayDecide, level);
    return outcome?.kind === 'choice' ? outcome.choices.map(({ value }) => value) : [];
  };
  expect(outcomes(false, 'WORKER')).toEqual(['PASSED_ON']);
  expect(outcomes(true, 'DIRECTOR')).toEqual(['AGREED', 'REFUSED', 'MORE_ASKED']);
});

test('a time is told in hours, then in days', () => {
  expect([0.2, 1, 5.4, 47, 72].map(hoursInWords)).toEqual([
    'less than an hour',
    '1 hour',
    '5 hours',
    '47 hours',
    '3 days',
  ]);
});
