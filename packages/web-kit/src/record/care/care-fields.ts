import { codeChoices } from '../form/code-choices.ts';
import type { Answers, RecordField } from '../form/record-field.ts';
import { matchFields, placeFields } from '../placement/placement-fields.ts';

/** The questions about a new legal status. */
export const statusFields: readonly RecordField[] = [
  { kind: 'day', name: 'changedOn', label: 'From which day?', isToday: true, missing: 'Enter the first day' },
  {
    kind: 'choice',
    name: 'legalStatus',
    label: 'What is the legal status from that day on?',
    choices: codeChoices('LS'),
    isLong: true,
    missing: 'Choose the legal status',
  },
];

/** The questions about the end of a time in care. */
export const endFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'endedOn',
    label: 'On which day did the child leave care?',
    isToday: true,
    missing: 'Enter the day',
  },
  {
    kind: 'choice',
    name: 'reason',
    label: 'Why did the child leave care?',
    choices: codeChoices('REC', ['X1']),
    isLong: true,
    missing: 'Choose why the child left care',
  },
];

const asksPermanence = (answers: Answers): boolean => (answers['previousPermanence.option'] ?? '') !== '';

/** The questions about the start of a time in care, of a child who comes for the first time or again. */
export const startFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'startedOn',
    label: 'On which day did the child come into care?',
    isToday: true,
    missing: 'Enter the day',
  },
  {
    kind: 'choice',
    name: 'legalStatus',
    label: 'What is the legal status?',
    choices: codeChoices('LS'),
    isLong: true,
    missing: 'Choose the legal status',
  },
  {
    kind: 'choice',
    name: 'categoryOfNeed',
    label: 'Why did the child come into care?',
    choices: codeChoices('CIN'),
    isLong: true,
    missing: 'Choose why the child came into care',
  },
  ...placeFields,
  {
    kind: 'text',
    name: 'placement.homePostcode',
    label: 'Postcode of the child’s home',
    hint: 'Where the child lived before. Leave it empty if it is not known.',
    width: 10,
  },
  ...matchFields(),
  {
    kind: 'text',
    name: 'workerId',
    label: 'The child’s social worker: number in the regulator’s register',
    hint: 'SW and the number. Leave it empty if nobody has been chosen yet.',
    width: 20,
  },
  {
    kind: 'choice',
    name: 'previousPermanence.option',
    label: 'Did the child have a permanent home before that came to an end?',
    choices: codeChoices('PREV_PERM'),
    isLong: true,
    missing: 'Choose what permanent home the child had before',
  },
  {
    kind: 'text',
    name: 'previousPermanence.authority',
    label: 'Which authority arranged it?',
    hint: 'Its code in the return. Leave it empty if there was none.',
    width: 20,
    isShown: asksPermanence,
  },
  {
    kind: 'text',
    name: 'previousPermanence.orderedOn',
    label: 'When was the order made?',
    hint: 'For example 01/02/2020; ZZ/02/2020 where the day is not known, ZZ/ZZ/ZZZZ where nothing is.',
    width: 10,
    isShown: asksPermanence,
  },
];

const isGirl = (answers: Answers): boolean => answers['newChild.sex'] === 'F';

/** The questions about a child who is new to the authority. */
export const newChildFields: readonly RecordField[] = [
  {
    kind: 'text',
    name: 'newChild.localId',
    label: 'The authority’s own number for the child',
    hint: 'Letters and digits, at most 20. It stays the child’s for good.',
    width: 20,
    missing: 'Enter the authority’s own number for the child',
  },
  {
    kind: 'day',
    name: 'newChild.dateOfBirth',
    label: 'When was the child born?',
    hint: 'Enter the 15th of the month if the day is not known.',
    missing: 'Enter the date of birth',
  },
  {
    kind: 'choice',
    name: 'newChild.sex',
    label: 'What is the child’s sex?',
    choices: [
      { value: 'F', text: 'Female' },
      { value: 'M', text: 'Male' },
      { value: 'U', text: 'Not known' },
    ],
    missing: 'Choose the child’s sex',
  },
  {
    kind: 'choice',
    name: 'newChild.ethnicity',
    label: 'What is the child’s ethnic background?',
    choices: codeChoices('ETHNIC'),
    isLong: true,
    missing: 'Choose the child’s ethnic background',
  },
  {
    kind: 'true-false',
    name: 'newChild.isUnaccompaniedAsylumSeeker',
    label: 'Does the child seek asylum without their parents?',
    missing: 'Say whether the child seeks asylum without their parents',
  },
  {
    kind: 'text',
    name: 'newChild.upn',
    label: 'Unique pupil number',
    hint: 'A letter and 12 digits, or UN1 to UN5 for why there is none: UN1 for a child not yet at school.',
    width: 20,
    missing: 'Enter the unique pupil number, or UN1 to UN5',
  },
  {
    kind: 'true-false',
    name: 'newChild.isMother',
    label: 'Is she a mother?',
    missing: 'Say whether she is a mother',
    isShown: isGirl,
  },
  {
    kind: 'day',
    name: 'newChild.firstChildBornOn',
    label: 'When was her first child born?',
    missing: 'Enter when her first child was born',
    isShown: (answers) => isGirl(answers) && answers['newChild.isMother'] === 'yes',
  },
];
