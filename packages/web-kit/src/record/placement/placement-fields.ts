import { codeChoices } from '../form/code-choices.ts';
import type { Answers, RecordField } from '../form/record-field.ts';

const isOther = (answers: Answers): boolean => /^[TZ]/.test(answers['placement.type'] ?? '');
const isProvided = (answers: Answers): boolean => (answers['placement.type'] ?? '') !== '' && !isOther(answers);

/** The questions about where a child is placed. */
export const placeFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'placement.type',
    label: 'What kind of placement is it?',
    choices: codeChoices('PLACE'),
    isLong: true,
    missing: 'Choose the kind of placement',
  },
  {
    kind: 'choice',
    name: 'placement.provider',
    label: 'Who provides it?',
    choices: codeChoices('PLACE_PROVIDER'),
    isLong: true,
    missing: 'Choose who provides it',
    isShown: isProvided,
  },
  {
    kind: 'text',
    name: 'placement.urn',
    label: 'Ofsted’s number of the home or the fostering agency (URN)',
    hint: 'SC and six digits, or seven digits. Leave it empty if there is none.',
    width: 10,
    isShown: isProvided,
  },
  {
    kind: 'text',
    name: 'placement.postcode',
    label: 'Postcode of the placement',
    hint: 'Leave it empty where nobody may know it, or it is not known.',
    width: 10,
  },
];

/** How well a placement fits the child. */
export function matchFields(isShown?: (answers: Answers) => boolean): readonly RecordField[] {
  const question = (name: string, label: string, short: string, missing?: string): RecordField => ({
    kind: 'yes-no',
    name: `placement.match.${name}`,
    label,
    short,
    ...(missing ? { missing } : { hint: 'Leave it empty if the child has no brothers or sisters in care.' }),
    ...(isShown ? { isShown } : {}),
  });
  return [
    question(
      'ethnicity',
      'Do the carers share the child’s ethnic background?',
      'Shares ethnic background',
      'Say whether the carers share the child’s ethnic background',
    ),
    question(
      'religion',
      'Can the child’s religion be practised there?',
      'Religion can be practised',
      'Say whether the child’s religion can be practised there',
    ),
    question(
      'language',
      'Is the child’s language spoken there?',
      'Language is spoken',
      'Say whether the child’s language is spoken there',
    ),
    question('siblingsTogether', 'Are brothers and sisters in care placed together?', 'With brothers and sisters'),
    question(
      'distance',
      'Is it near enough to school, family and friends?',
      'Near enough',
      'Say whether it is near enough to school, family and friends',
    ),
    {
      kind: 'words',
      name: 'placement.match.note',
      label: 'What will be done where it does not fit?',
      hint: 'You can leave this empty.',
      short: 'Where it does not fit',
      rows: 3,
      ...(isShown ? { isShown } : {}),
    },
  ];
}

const hasNewCarers = (answers: Answers): boolean => answers['isSameCarer'] === 'no';

/** The questions about a move. `seesStatus` is false where the viewer has nothing to do with the legal status. */
export function moveFields(seesStatus: boolean): readonly RecordField[] {
  return [
    {
      kind: 'day',
      name: 'changedOn',
      label: 'From which day?',
      hint: 'The first day in the new placement.',
      isToday: true,
      missing: 'Enter the first day of the new placement',
    },
    {
      kind: 'choice',
      name: 'reason',
      label: 'Why does the placement change?',
      choices: codeChoices('REASON_PLACE_CHANGE'),
      isLong: true,
      missing: 'Choose why the placement changes',
    },
    ...placeFields,
    {
      kind: 'true-false',
      name: 'isSameCarer',
      label: 'Do the carers stay the same?',
      hint: 'Yes, if they move house with the child or only their approval changes.',
      missing: 'Say whether the carers stay the same',
    },
    ...matchFields(hasNewCarers),
    ...(seesStatus
      ? [
          {
            kind: 'choice',
            name: 'legalStatus',
            label: 'Does the legal status change on the same day? If so, to what?',
            hint: 'Leave it as it is if it does not.',
            choices: codeChoices('LS'),
            isLong: true,
          } as const satisfies RecordField,
        ]
      : []),
  ];
}

/** The questions about what decides how often a child is visited in a placement. */
export function arrangementFields(
  placements: readonly { readonly value: string; readonly text: string }[],
): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'startedOn',
      label: 'Which placement is it about?',
      choices: placements,
      isLong: true,
      missing: 'Choose the placement',
    },
    {
      kind: 'yes-no',
      name: 'isBeforeAssessment',
      label: 'Is the child with a parent who is still being assessed?',
      short: 'With a parent still being assessed',
      missing: 'Say whether a parent is still being assessed',
    },
    {
      kind: 'yes-no',
      name: 'isTemporarilyApproved',
      label: 'Is the child with a relative or friend who is approved temporarily as a foster carer?',
      short: 'With a relative or friend approved temporarily',
      missing: 'Say whether they are approved temporarily',
    },
    {
      kind: 'day',
      name: 'fewerVisitsAgreedOn',
      label: 'When did the child agree to fewer visits?',
      hint: 'Only in a long-term foster placement. Leave it empty if the child did not.',
      short: 'Agreed to fewer visits',
      none: 'Did not agree to fewer visits',
    },
  ];
}
