import type { RecordField } from '../form/record-field.ts';
import { endReasons } from './allocation-words.ts';

const views = (name: string, who: string): readonly RecordField[] => [
  {
    kind: 'words',
    name: `${name}.said`,
    label: `What ${who} about it`,
    hint: 'In their own words, or close to them.',
    rows: 3,
  },
  { kind: 'text', name: `${name}.notKnownBecause`, label: 'If that is not known, why' },
];

/** The questions before a child goes to a practice. */
export function allocateFields(contracts: readonly { readonly value: string; readonly text: string }[]): RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'contractId',
      label: 'Which practice?',
      choices: contracts,
      missing: 'Choose the practice',
    },
    { kind: 'day', name: 'startedOn', label: 'From which day?', isToday: true, missing: 'Enter the first day' },
    ...views('childsViews', 'the child thinks'),
    ...views('parentsViews', 'the birth parents think'),
    {
      kind: 'words',
      name: 'judgement',
      label: 'Why is it time?',
      hint: 'Needed for a child accommodated under section 20.',
      rows: 3,
    },
    {
      kind: 'text',
      name: 'moreThanAgreedBecause',
      label: 'If the contract would have more children than agreed: why',
    },
  ];
}

/** The questions before an allocation ends. */
export const endFields: readonly RecordField[] = [
  { kind: 'day', name: 'lastDay', label: 'The last day', isToday: true, missing: 'Enter the last day' },
  { kind: 'choice', name: 'reason', label: 'Why does it end?', choices: endReasons, missing: 'Choose why it ends' },
  {
    kind: 'text',
    name: 'explanation',
    label: 'In words',
    hint: 'Needed when the child is taken back or goes on to another practice.',
  },
];
