import { describe, expect, test } from 'vitest';
import { readRecordForm } from './read-record-form.ts';
import { rowsInitial, type RecordField } from './record-field.ts';

const people: RecordField = {
  kind: 'rows',
  name: 'people',
  label: 'Who?',
  missing: 'Say who',
  row: {
    title: 'Person',
    first: 2,
    most: 4,
    fields: [
      { kind: 'text', name: 'who', label: 'Name', missing: 'enter a name' },
      { kind: 'true-false', name: 'isInvited', label: 'Invited?', missing: 'say whether they are invited' },
      {
        kind: 'text',
        name: 'reason',
        label: 'Why not?',
        missing: 'enter why not',
        isShown: ({ isInvited }) => isInvited === 'no',
      },
      { kind: 'words', name: 'text', label: 'View', notKnown: 'notKnown' },
    ],
  },
};

function read(entries: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return readRecordForm([people], form);
}

describe('several of the same in a form', () => {
  test('are a list, without those left empty', () => {
    const { input, faults } = read({
      'people.0.who': 'Ann',
      'people.0.isInvited': 'yes',
      'people.1.who': '',
      'people.2.who': 'Ben',
      'people.2.isInvited': 'no',
      'people.2.reason': 'Too far',
      'people.2.text-not-known': 'DECLINED',
    });
    expect(faults).toEqual([]);
    expect(input).toEqual({
      people: [
        { who: 'Ann', isInvited: true, text: null },
        { who: 'Ben', isInvited: false, reason: 'Too far', notKnown: 'DECLINED' },
      ],
    });
  });

  test('each have their own answers and faults, told with their place', () => {
    const { faults } = read({ 'people.0.who': 'Ann', 'people.0.isInvited': 'yes', 'people.1.isInvited': 'no' });
    expect(faults).toEqual([
      { message: 'Person 2: enter a name', fieldId: 'people.1.who' },
      { message: 'Person 2: enter why not', fieldId: 'people.1.reason' },
    ]);
  });

  test('are missing where at least one is needed', () => {
    expect(read({ 'people.0.who': '' }).faults).toEqual([{ message: 'Say who', fieldId: 'people' }]);
  });

  test('begin with what is on record', () => {
    expect(rowsInitial('people', [{ who: 'Ann' }, { who: 'Ben' }], ({ who }) => ({ who }))).toEqual({
      'people.0.who': 'Ann',
      'people.1.who': 'Ben',
    });
  });
});
