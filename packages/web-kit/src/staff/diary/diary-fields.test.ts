import { expect, test } from 'vitest';
import { readRecordForm } from '../../record/form/read-record-form.ts';
import { diaryFields, diaryInput, minutesInWords, togetherOf } from './diary-fields.ts';

test('a day is entered in hours and sent in minutes; what is left empty took no time', () => {
  const form = new FormData();
  for (const [part, value] of [
    ['day', '20'],
    ['month', '11'],
    ['year', '2026'],
  ] as const) {
    form.append(`on-${part}`, value);
  }
  form.append('withChildren', '2.5');
  form.append('travel', '0.75');
  const { input, faults } = readRecordForm(diaryFields, form);
  expect(faults).toEqual([]);
  expect(diaryInput(input)).toEqual({
    on: '2026-11-20',
    withChildren: 150,
    withFamilies: 0,
    formsAndReports: 0,
    meetingsAndCourt: 0,
    travel: 45,
    supervisionAndLearning: 0,
    other: 0,
  });
});

test.each([
  [0, 'None'],
  [45, '45 min'],
  [60, '1 h'],
  [150, '2 h 30 min'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesInWords(minutes)).toBe(words);
});

test('days are added up by activity', () => {
  const day = {
    withChildren: 60,
    withFamilies: 30,
    formsAndReports: 90,
    meetingsAndCourt: 0,
    travel: 15,
    supervisionAndLearning: 0,
    other: 5,
  };
  expect(togetherOf([day, { ...day, withChildren: 0 }])).toMatchObject({
    withChildren: 60,
    formsAndReports: 180,
    other: 10,
  });
});
