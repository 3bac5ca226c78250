import { expect, test } from 'vitest';
import { readRecordForm } from './read-record-form.ts';
import type { RecordField } from './record-field.ts';

function formOf(entries: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(entries)) for (const value of [values].flat()) form.append(name, value);
  return form;
}

const choices = [{ value: 'A', text: 'An A' }];
const language: RecordField = {
  kind: 'choice',
  name: 'language',
  label: 'Language',
  choices,
  notKnown: 'languageNotKnown',
  missing: 'Choose the language',
};
const countries: RecordField = {
  kind: 'several',
  name: 'countries',
  label: 'Countries',
  choices,
  most: 2,
  notKnown: 'countriesNotKnown',
  missing: 'Choose the countries',
};
const miles: RecordField = { kind: 'number', name: 'miles', label: 'Miles', decimals: 1 };
const weight: RecordField = { kind: 'number', name: 'grams', label: 'Weight', decimals: 2, times: 1000 };

test.each<
  [string, RecordField, Readonly<Record<string, string | readonly string[]>>, Readonly<Record<string, unknown>>]
>([
  ['a choice', language, { language: 'A' }, { language: 'A' }],
  [
    'a choice that is not known',
    language,
    { language: 'not-known', 'language-not-known': 'DECLINED' },
    { languageNotKnown: 'DECLINED' },
  ],
  ['several, each once', countries, { countries: ['A', '', 'A'] }, { countries: ['A'] }],
  [
    'several that are not known',
    countries,
    { countries: ['', ''], 'countries-not-known': 'AWAITED' },
    { countries: [], countriesNotKnown: 'AWAITED' },
  ],
  ['a number with decimals', miles, { miles: '1.5' }, { miles: 1.5 }],
  ['a number in smaller units', weight, { grams: '28.35' }, { grams: 28_350 }],
  ['a number left empty', weight, { grams: '' }, { grams: null }],
])('%s is read', (_, field, given, input) => {
  expect(readRecordForm([field], formOf(given))).toEqual({ input, faults: [] });
});

test.each<[string, RecordField, Readonly<Record<string, string | readonly string[]>>, string]>([
  ['nothing', language, { language: '' }, 'Choose the language'],
  ['not known without why', language, { language: 'not-known' }, 'Language: choose why it is not known'],
  ['none of several', countries, { countries: ['', ''] }, 'Choose the countries'],
  ['too many decimals', miles, { miles: '1.25' }, 'Miles: enter a number, such as 4.3'],
  ['words for a number', weight, { grams: 'light' }, 'Weight: enter a number, such as 4.25'],
])('%s is told', (_, field, given, message) => {
  expect(readRecordForm([field], formOf(given)).faults).toEqual([{ message, fieldId: field.name }]);
});
