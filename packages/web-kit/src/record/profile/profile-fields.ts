import type { Choice } from '../../components/fields.tsx';
import type { ChildProfilesQuery } from '../../generated/operations.ts';
import type { Answers, RecordField } from '../form/record-field.ts';

type Choices = ChildProfilesQuery['profileChoices'];

const religions = [
  { value: 'NO_RELIGION', text: 'No religion' },
  { value: 'BUDDHIST', text: 'Buddhist' },
  { value: 'CHRISTIAN', text: 'Christian' },
  { value: 'HINDU', text: 'Hindu' },
  { value: 'JEWISH', text: 'Jewish' },
  { value: 'MUSLIM', text: 'Muslim' },
  { value: 'SIKH', text: 'Sikh' },
  { value: 'OTHER', text: 'Another religion' },
] as const;

/** The questions about who a child is; languages, countries and disabilities to choose from come from the graph. */
export function profileFields(choices: Choices): readonly RecordField[] {
  return [
    { kind: 'day', name: 'asOf', label: 'Since when is it so?', isToday: true, missing: 'Enter since when it is so' },
    ...originFields(choices),
    ...needFields(choices),
  ];
}

function originFields({ languages, nationalities }: Choices): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'religion',
      label: 'What is the child’s religion?',
      hint: 'As the child says, or those who speak for the child.',
      short: 'Religion',
      choices: religions,
      notKnown: 'religionNotKnown',
      missing: 'Choose the religion, or that it is not known',
    },
    {
      kind: 'choice',
      name: 'firstLanguage',
      label: 'Which language did the child learn first?',
      short: 'First language',
      choices: choicesOf(languages, 'en'),
      isLong: true,
      notKnown: 'firstLanguageNotKnown',
      missing: 'Choose the first language, or that it is not known',
    },
    {
      kind: 'yes-no',
      name: 'needsInterpreter',
      label: 'Does the child need an interpreter?',
      short: 'Needs an interpreter',
      missing: 'Say whether the child needs an interpreter',
    },
    {
      kind: 'several',
      name: 'nationalities',
      label: 'What is the child’s nationality?',
      short: 'Nationality',
      choices: choicesOf(nationalities, 'GB'),
      most: 3,
      notKnown: 'nationalitiesNotKnown',
      missing: 'Choose the nationality, or why it is not known',
    },
  ];
}

function needFields({ disabilities }: Choices): readonly RecordField[] {
  return [
    {
      kind: 'yes-no',
      name: 'hasDisability',
      label: 'Is the child disabled?',
      hint: 'As the Equality Act 2010 means it: something that has made daily life much harder for a year or more, or will.',
      short: 'Disabled',
      missing: 'Say whether the child is disabled',
    },
    {
      kind: 'ticks',
      name: 'disabilities',
      label: 'Which disabilities?',
      short: 'Disabilities',
      choices: choicesOf(disabilities),
      missing: 'Choose the disabilities',
      isShown: (answers) => answers['hasDisability'] === 'yes',
    },
    {
      kind: 'words',
      name: 'communicationNeeds',
      label: 'What helps the child to understand and to be understood?',
      hint: 'If nothing special is needed, say so.',
      short: 'What helps to communicate',
      rows: 3,
      notKnown: 'communicationNeedsNotKnown',
      missing: 'Write what helps, or choose why it is not known',
    },
    {
      kind: 'text',
      name: 'team',
      label: 'Which team is the child with?',
      short: 'Team',
      notKnown: 'teamNotKnown',
      missing: 'Enter the team, or why it is not known',
    },
  ];
}

/** Choices by name; the one that most children have stands first. */
function choicesOf(codes: Choices['languages'], first?: string): readonly Choice[] {
  const choices = codes.map(({ code, meaning }) => ({ value: code, text: meaning }));
  return [...choices.filter(({ value }) => value === first), ...choices.filter(({ value }) => value !== first)];
}

const isHere = (answers: Answers): boolean => answers['isOfTheAuthority'] === 'yes';
const isElsewhere = (answers: Answers): boolean => answers['isOfTheAuthority'] === 'no';

/** How two children are brother or sister. */
export const relations = [
  { value: 'FULL', text: 'Both parents are the same' },
  { value: 'HALF', text: 'One parent is the same (half)' },
  { value: 'STEP', text: 'A parent of one lives with a parent of the other (step)' },
  { value: 'ADOPTIVE', text: 'By adoption' },
  { value: 'RAISED_TOGETHER', text: 'They grew up together' },
] as const;

/** The questions about a brother or sister. */
export const siblingFields: readonly RecordField[] = [
  {
    kind: 'true-false',
    name: 'isOfTheAuthority',
    label: 'Is the brother or sister a child of this authority too?',
    short: 'Child of this authority',
    missing: 'Say whether the brother or sister is a child of this authority too',
  },
  {
    kind: 'text',
    name: 'siblingChildId',
    label: 'The brother’s or sister’s number in this authority’s records',
    width: 20,
    missing: 'Enter the number',
    isShown: isHere,
  },
  {
    kind: 'text',
    name: 'name',
    label: 'What is the brother or sister called?',
    missing: 'Enter what the brother or sister is called',
    isShown: isElsewhere,
  },
  {
    kind: 'choice',
    name: 'relation',
    label: 'How are they brother or sister?',
    short: 'Relation',
    choices: relations,
    missing: 'Choose how they are brother or sister',
  },
  {
    kind: 'choice',
    name: 'home',
    label: 'Where does the brother or sister live?',
    short: 'Lives',
    choices: [
      { value: 'PARENTS', text: 'With a parent' },
      { value: 'RELATIVES', text: 'With relatives or friends' },
      { value: 'CARE_ELSEWHERE', text: 'In the care of another authority' },
      { value: 'ADOPTED', text: 'With adopters' },
      { value: 'OWN_HOME', text: 'In a home of their own' },
      { value: 'OTHER', text: 'Elsewhere' },
    ],
    notKnown: 'homeNotKnown',
    missing: 'Choose where the brother or sister lives, or that it is not known',
    isShown: isElsewhere,
  },
  {
    kind: 'yes-no',
    name: 'livesTogether',
    label: 'Do they live together?',
    short: 'Live together',
    missing: 'Say whether they live together',
  },
  {
    kind: 'text',
    name: 'apartReason',
    label: 'Why do they not live together?',
    short: 'Why apart',
    missing: 'Enter why they do not live together',
    isShown: (answers) => answers['livesTogether'] === 'no',
  },
  {
    kind: 'day',
    name: 'asOf',
    label: 'On what day was that so?',
    short: 'As on',
    isToday: true,
    missing: 'Enter the day',
  },
];
