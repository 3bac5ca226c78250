import { codeChoices } from '../form/code-choices.ts';
import { noteField, type Answers, type RecordField } from '../form/record-field.ts';

/** What of a child's health is recorded, as people say it. */
export const healthEventKinds = [
  { value: 'INITIAL_ASSESSMENT', text: 'Initial health assessment' },
  { value: 'REVIEW_ASSESSMENT', text: 'Review health assessment' },
  { value: 'DENTAL_CHECK', text: 'Dental check' },
  { value: 'IMMUNISATIONS', text: 'Immunisations' },
  { value: 'DEVELOPMENT_CHECK', text: 'Development checks of a child under 5' },
  { value: 'SDQ', text: 'Strengths and difficulties questionnaire (SDQ)' },
  { value: 'SUBSTANCE_MISUSE', text: 'Alcohol or drugs' },
  { value: 'GP_VISIT', text: 'Visit to the doctor (GP)' },
  { value: 'EMERGENCY_VISIT', text: 'Visit to accident and emergency' },
  { value: 'DAYS_OFF_SCHOOL', text: 'Days off school because of illness' },
  { value: 'MEASUREMENT', text: 'Height and weight' },
] as const;

/** Whether an assessment or a check was done, as people say it. */
export const healthOutcomes = [
  { value: 'DONE', text: 'It was done' },
  { value: 'DECLINED', text: 'It was declined by the child, or by whoever may consent' },
  { value: 'NOT_ATTENDED', text: 'The child was not brought, or did not come' },
] as const;

const isAbout =
  (...kinds: readonly string[]) =>
  ({ kind = '' }: Answers): boolean =>
    kinds.includes(kind);
const isSdq = isAbout('SDQ');
const isMeasured = isAbout('MEASUREMENT');

/** The questions about something of a child's health: what is asked depends on what it was. */
export const healthEventFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'kind',
    label: 'What are you recording?',
    choices: healthEventKinds,
    isLong: true,
    missing: 'Choose what you are recording',
  },
  { kind: 'day', name: 'happenedOn', label: 'On what day was it?', isToday: true, missing: 'Enter the day' },
  {
    kind: 'choice',
    name: 'outcome',
    label: 'Was it done?',
    choices: healthOutcomes,
    missing: 'Say whether it was done',
    isShown: isAbout('INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT', 'DENTAL_CHECK'),
  },
  {
    kind: 'yes-no',
    name: 'upToDate',
    label: 'Were they up to date on that day?',
    short: 'Up to date',
    missing: 'Say whether they were up to date',
    isShown: isAbout('IMMUNISATIONS', 'DEVELOPMENT_CHECK'),
  },
  {
    kind: 'number',
    name: 'sdqScore',
    label: 'Total difficulties score',
    hint: 'From 0 to 40; higher means more difficulties. Leave it empty when there is no score.',
    short: 'Score',
    isShown: isSdq,
  },
  {
    kind: 'choice',
    name: 'sdqCompletedBy',
    label: 'Who completed the questionnaire?',
    short: 'Completed by',
    choices: [
      { value: 'CARER', text: 'The main carer' },
      { value: 'TEACHER', text: 'A teacher' },
      { value: 'YOUNG_PERSON', text: 'The young person' },
    ],
    missing: 'Say who completed the questionnaire',
    isShown: (answers) => isSdq(answers) && (answers['sdqScore'] ?? '') !== '',
  },
  {
    kind: 'choice',
    name: 'sdqReason',
    label: 'Why is there no score?',
    choices: codeChoices('SDQ_REASON'),
    missing: 'Enter the score, or choose why there is none',
    isShown: (answers) => isSdq(answers) && (answers['sdqScore'] ?? '') === '',
  },
  {
    kind: 'yes-no',
    name: 'substanceMisuse',
    label: 'Was a problem with alcohol or drugs identified?',
    short: 'Problem identified',
    missing: 'Say whether a problem was identified',
    isShown: isAbout('SUBSTANCE_MISUSE'),
  },
  {
    kind: 'choice',
    name: 'intervention',
    label: 'What help came of it?',
    short: 'Help',
    choices: [
      { value: 'RECEIVED', text: 'The young person received help' },
      { value: 'OFFERED_AND_REFUSED', text: 'Help was offered and refused' },
      { value: 'NOT_OFFERED', text: 'No help was offered' },
    ],
    missing: 'Choose what help came of it',
    isShown: (answers) => isAbout('SUBSTANCE_MISUSE')(answers) && answers['substanceMisuse'] === 'yes',
  },
  {
    kind: 'number',
    name: 'daysOff',
    label: 'How many school days, from that day on?',
    short: 'School days',
    missing: 'Enter how many school days',
    isShown: isAbout('DAYS_OFF_SCHOOL'),
  },
  {
    kind: 'number',
    name: 'heightMillimetres',
    label: 'Height',
    unit: 'cm',
    decimals: 1,
    times: 10,
    none: 'Not measured',
    isShown: isMeasured,
  },
  {
    kind: 'number',
    name: 'weightGrams',
    label: 'Weight',
    unit: 'kg',
    decimals: 2,
    times: 1000,
    none: 'Not measured',
    isShown: isMeasured,
  },
  {
    kind: 'choice',
    name: 'weightBand',
    label: 'How did whoever measured describe the weight for the child’s height and age?',
    short: 'Weight for height',
    choices: [
      { value: 'UNDERWEIGHT', text: 'Underweight' },
      { value: 'HEALTHY', text: 'Healthy' },
      { value: 'OVERWEIGHT', text: 'Overweight' },
      { value: 'VERY_OVERWEIGHT', text: 'Very overweight' },
    ],
    notKnown: 'weightBandNotKnown',
    missing: 'Choose how the weight was described, or that it is not known',
    isShown: isMeasured,
  },
  noteField,
];
