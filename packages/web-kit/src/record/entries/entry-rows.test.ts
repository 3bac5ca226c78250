import { expect, test } from 'vitest';
import type { RecordField } from '../form/record-field.ts';
import { entryRows, initialOf } from './entry-rows.ts';

const fields: readonly RecordField[] = [
  { kind: 'day', name: 'on', label: 'When?', none: 'Not yet' },
  {
    kind: 'choice',
    name: 'kind',
    label: 'What kind?',
    short: 'Kind',
    choices: [{ value: 'A', text: 'An A' }],
    notKnown: 'why',
  },
  { kind: 'yes-no', name: 'seen', label: 'Seen?' },
  { kind: 'text', name: 'reason', label: 'Why not?', isShown: (answers) => answers['seen'] === 'no' },
  { kind: 'number', name: 'grams', label: 'Weight', unit: 'kg', decimals: 2, times: 1000 },
  { kind: 'several', name: 'codes', label: 'Which?', choices: [], most: 2 },
  { kind: 'words', name: 'note', label: 'Note' },
];

test('a summary says each answer in words, what is not known with its reason, and nothing of what was not asked', () => {
  const coded = { code: 'X', meaning: 'The meaning of X' };
  expect(
    entryRows(fields, {
      on: '2026-03-01',
      kind: 'A',
      seen: { value: false, notKnown: null },
      reason: 'Asleep',
      grams: 28_250,
      codes: [coded],
      note: null,
    }),
  ).toEqual([
    { key: 'When?', value: '1 March 2026' },
    { key: 'Kind', value: 'An A' },
    { key: 'Seen?', value: 'No' },
    { key: 'Why not?', value: 'Asleep' },
    { key: 'Weight', value: '28.25 kg' },
    { key: 'Which?', value: 'The meaning of X' },
  ]);
  expect(
    entryRows(fields, {
      on: null,
      kind: null,
      why: 'DECLINED',
      seen: { value: null, notKnown: 'NOT_ASKED' },
      reason: null,
      grams: null,
      codes: [],
      note: null,
    }),
  ).toEqual([
    { key: 'When?', value: 'Not yet' },
    { key: 'Kind', value: 'Not known: they did not want to say' },
    { key: 'Seen?', value: 'Not known: it was not asked' },
  ]);
});

test('what the heading says is left out, and still decides what else was asked', () => {
  const rows = entryRows(fields, { seen: { value: false, notKnown: null }, reason: 'Asleep' }, ['seen']);
  expect(rows.map(({ key }) => key)).toEqual(['When?', 'Why not?']);
});

test('a form begins with codes, not with their meanings', () => {
  const told = { kind: { code: 'A', meaning: 'An A' }, why: null, codes: [{ code: 'X', meaning: 'X it is' }] };
  expect(initialOf(fields, told)).toMatchObject({ kind: 'A', why: null, codes: ['X'] });
});
