import { noteField, type Answers, type RecordField } from '../form/record-field.ts';

/** Health services with which people register. */
export const healthServices = [
  { value: 'GP', text: 'Doctor (GP)' },
  { value: 'DENTIST', text: 'Dentist' },
  { value: 'OPTICIAN', text: 'Optician' },
] as const;

/** The questions about being registered with a doctor, dentist or optician. */
export const registrationFields: readonly RecordField[] = [
  { kind: 'choice', name: 'service', label: 'With whom?', choices: healthServices, missing: 'Choose with whom' },
  {
    kind: 'day',
    name: 'asOf',
    label: 'Since when is it so?',
    short: 'Since',
    isToday: true,
    missing: 'Enter since when it is so',
  },
  {
    kind: 'yes-no',
    name: 'registered',
    label: 'Is the child registered?',
    short: 'Registered',
    missing: 'Say whether the child is registered',
  },
  {
    kind: 'text',
    name: 'providerName',
    label: 'Name of the surgery or practice',
    short: 'Where',
    missing: 'Enter the name of the surgery or practice',
    isShown: (answers) => answers['registered'] === 'yes',
  },
  noteField,
];

/** Specialist services to which people are referred. */
export const specialistServices = [
  { value: 'MENTAL_HEALTH', text: 'Mental health' },
  { value: 'SUBSTANCE_MISUSE', text: 'Alcohol and drugs' },
  { value: 'DOMESTIC_ABUSE', text: 'Domestic abuse' },
  { value: 'SEXUAL_HEALTH', text: 'Sexual health' },
  { value: 'SPEECH_AND_LANGUAGE', text: 'Speech and language' },
  { value: 'PSYCHOLOGY', text: 'Psychology, also at school' },
  { value: 'FAMILY_SUPPORT', text: 'Family support and parenting' },
  { value: 'OTHER', text: 'Another service' },
] as const;

const isAnswered = (name: string) => (answers: Answers) => (answers[`${name}-year`] ?? answers[name] ?? '') !== '';
const isStarted = isAnswered('startedOn');

/** The questions about specialist support that somebody was referred to. */
export const supportFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'recipient',
    label: 'Who is it for?',
    short: 'For',
    choices: [
      { value: 'CHILD', text: 'The child' },
      { value: 'PARENT', text: 'A parent' },
      { value: 'CARER', text: 'A carer' },
    ],
    missing: 'Choose who it is for',
  },
  {
    kind: 'choice',
    name: 'service',
    label: 'What was asked for?',
    choices: specialistServices,
    isLong: true,
    missing: 'Choose what was asked for',
  },
  {
    kind: 'day',
    name: 'referredOn',
    label: 'When was the referral?',
    short: 'Referred',
    missing: 'Enter the day of the referral',
  },
  {
    kind: 'day',
    name: 'startedOn',
    label: 'When did it begin?',
    hint: 'Leave it empty while you are waiting for it, and change this entry when it begins.',
    short: 'Began',
    none: 'Not yet',
  },
  {
    kind: 'day',
    name: 'closedOn',
    label: 'When did it end, or when did you learn that it will not come?',
    hint: 'Leave it empty while it is open.',
    short: 'Closed',
  },
  {
    kind: 'choice',
    name: 'notStartedReason',
    label: 'Why did it never begin?',
    choices: [
      { value: 'DECLINED', text: 'They declined it' },
      { value: 'NOT_ACCEPTED', text: 'The service did not accept the referral' },
      { value: 'NO_LONGER_NEEDED', text: 'It was no longer needed' },
      { value: 'OTHER', text: 'Another reason' },
    ],
    missing: 'Choose why it never began',
    isShown: (answers) => isAnswered('closedOn')(answers) && !isStarted(answers),
  },
  noteField,
];
