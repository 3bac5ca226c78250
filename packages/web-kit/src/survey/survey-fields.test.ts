import { expect, test } from 'vitest';
import { designFields, designInput, licensedFields, linesOf } from './survey-fields.ts';
import { readRecordForm } from '../record/form/read-record-form.ts';

const scale = { themeId: 'burnout', about: 'What it measures.', source: 'Somebody.', items: [] };
const bank = [
  {
    id: 'burnout',
    name: 'Burnout',
    about: 'How worn out people are.',
    scales: [
      { ...scale, id: 'exhaustion', name: 'Exhaustion', isLicensed: true, itemCount: 9 },
      { ...scale, id: 'content', name: 'Content', isLicensed: false, itemCount: 3 },
    ],
  },
];

function answered(values: Readonly<Record<string, string | readonly string[]>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one);
  return readRecordForm([...designFields(bank), ...licensedFields(bank)], form);
}

const day = (name: string, written: string) => {
  const [year = '', month = '', date = ''] = written.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const whole = {
  title: 'Working with children in care',
  groups: ['PRACTICE', 'HOST_LA'],
  'scales-burnout': ['exhaustion', 'content'],
  leastRespondents: '10',
  ...day('waves.0.opensOn', '2027-01-11'),
  ...day('waves.0.closesOn', '2027-02-12'),
  ...day('waves.1.opensOn', '2028-01-10'),
  ...day('waves.1.closesOn', '2028-02-11'),
};

test('a design is what was chosen, in the order of the bank, with both points in time', () => {
  const { input, faults } = answered(whole);
  expect(faults).toEqual([]);
  expect(designInput(bank, { ...input, key: 'k' })).toEqual({
    key: 'k',
    title: 'Working with children in care',
    about: '',
    groups: ['PRACTICE', 'HOST_LA'],
    scaleIds: ['exhaustion', 'content'],
    licensedItems: [],
    leastRespondents: 10,
    waves: [
      { opensOn: '2027-01-11', closesOn: '2027-02-12' },
      { opensOn: '2028-01-10', closesOn: '2028-02-11' },
    ],
  });
});

test('the words of a licensed scale go along only where the scale is chosen', () => {
  const words = { holdsLicence: 'yes', 'texts-exhaustion': ' One \n\nTwo', 'licence-exhaustion': 'Trust, 12 May 2026' };
  const chosen = designInput(bank, answered({ ...whole, ...words }).input);
  expect(chosen['licensedItems']).toEqual([
    { scaleId: 'exhaustion', texts: ['One', 'Two'], licence: 'Trust, 12 May 2026' },
  ]);
  const other = designInput(bank, answered({ ...whole, ...words, 'scales-burnout': 'content' }).input);
  expect(other['licensedItems']).toEqual([]);
  const without = designInput(bank, answered({ ...whole, ...words, holdsLicence: 'no' }).input);
  expect(without['licensedItems']).toEqual([]);
});

test('what is missing is asked for, field by field', () => {
  expect(answered({}).faults.map(({ fieldId }) => fieldId)).toEqual([
    'title',
    'groups',
    'leastRespondents',
    'waves.0.opensOn-day',
    'waves.0.closesOn-day',
    'waves.1.opensOn-day',
    'waves.1.closesOn-day',
  ]);
});

test('lines without anything are none', () => {
  expect(linesOf('\n a@b.example \n\n')).toEqual(['a@b.example']);
  expect(linesOf(null)).toEqual([]);
});
