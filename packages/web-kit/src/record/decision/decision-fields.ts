import type { DecisionLevel } from '../../generated/operations.ts';
import type { RecordField } from '../form/record-field.ts';
import { decisionLevels, decisionTypes, levelsAbove } from './decision-words.ts';

/** The questions about what is to be decided. */
export const askFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'type',
    label: 'What is it about?',
    choices: decisionTypes,
    isLong: true,
    missing: 'Choose what it is about',
  },
  {
    kind: 'words',
    name: 'question',
    label: 'What is to be decided?',
    hint: 'Say what is asked for, when, and what speaks for and against it.',
    short: 'Question',
    missing: 'Write what is to be decided',
  },
  {
    kind: 'words',
    name: 'childWishes',
    label: 'What does the child want?',
    short: 'What the child wants',
    rows: 3,
    notKnown: 'childWishesNotKnown',
    missing: 'Write what the child wants, or say why it is not known',
  },
  {
    kind: 'day',
    name: 'neededBy',
    label: 'By when is an answer needed?',
    hint: 'Leave it empty if there is no hurry.',
    short: 'Needed by',
    none: 'No hurry',
  },
];

/** The questions to whoever decides, or passes the question on. */
export function answerFields(mayDecide: boolean, level: DecisionLevel): readonly RecordField[] {
  const higher = levelsAbove(level);
  return [
    {
      kind: 'choice',
      name: 'outcome',
      label: 'What is your answer?',
      choices: [
        ...(mayDecide
          ? [
              { value: 'AGREED', text: 'Yes' },
              { value: 'REFUSED', text: 'No' },
              { value: 'MORE_ASKED', text: 'I need to know more first' },
            ]
          : []),
        ...(higher.length > 0 ? [{ value: 'PASSED_ON', text: 'Somebody higher has to decide' }] : []),
      ],
      missing: 'Choose your answer',
    },
    {
      kind: 'choice',
      name: 'level',
      label: 'Who has to decide?',
      choices: higher,
      missing: 'Choose who has to decide',
      isShown: ({ outcome }) => outcome === 'PASSED_ON',
    },
    {
      kind: 'words',
      name: 'reason',
      label: 'Why?',
      hint: 'If you need to know more, say what.',
      rows: 4,
      missing: 'Write why',
    },
  ];
}

/** The questions to whoever asked: more of what was asked for, or the question taken back. */
export const replyFields: readonly RecordField[] = [
  {
    kind: 'true-false',
    name: 'isWithdrawn',
    label: 'What do you want to do?',
    yes: 'Take the question back',
    no: 'Add what more is asked for',
    missing: 'Choose what you want to do',
  },
  {
    kind: 'words',
    name: 'text',
    label: 'What do you add, or why do you take it back?',
    rows: 4,
    missing: 'Write what you add, or why you take it back',
  },
];

/** The questions about who may decide one kind of thing. */
export const ruleFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'level',
    label: 'Who decides, at least?',
    choices: decisionLevels,
    missing: 'Choose who decides',
  },
  {
    kind: 'true-false',
    name: 'mayDecideOwn',
    label: 'May the one who asks decide it too?',
    missing: 'Say whether the one who asks may decide it too',
  },
  {
    kind: 'number',
    name: 'days',
    label: 'Within how many days is an answer expected?',
    unit: 'days',
    missing: 'Enter the number of days',
  },
  {
    kind: 'several',
    name: 'deciderIds',
    label: 'Do only certain people decide it? Who?',
    hint: 'For the director, name at least one person. Leave it as it is if everybody of the level may.',
    choices: [],
    most: 3,
  },
];
