import type { RecordField } from '../form/record-field.ts';

/** The questions about a personal education plan (PEP). */
export const planFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'heldOn',
    label: 'When was the meeting?',
    isToday: true,
    missing: 'Enter the day of the meeting',
  },
  {
    kind: 'day',
    name: 'nextDueOn',
    label: 'By when is the plan to be looked at again?',
    hint: 'Leave it empty if no day was set.',
    short: 'Next by',
    none: 'No day set',
  },
  {
    kind: 'yes-no',
    name: 'tookPart',
    label: 'Did the child take part?',
    short: 'Child took part',
    missing: 'Say whether the child took part',
  },
  { kind: 'words', name: 'targets', label: 'What was agreed?', short: 'Agreed', missing: 'Write what was agreed' },
];

const needs = [
  { value: 'SPECIFIC_LEARNING', text: 'Specific learning difficulty' },
  { value: 'MODERATE_LEARNING', text: 'Moderate learning difficulty' },
  { value: 'SEVERE_LEARNING', text: 'Severe learning difficulty' },
  { value: 'PROFOUND_LEARNING', text: 'Profound and multiple learning difficulty' },
  { value: 'SOCIAL_EMOTIONAL_MENTAL_HEALTH', text: 'Social, emotional and mental health' },
  { value: 'SPEECH_LANGUAGE', text: 'Speech, language and communication' },
  { value: 'HEARING', text: 'Hearing' },
  { value: 'VISION', text: 'Vision' },
  { value: 'MULTI_SENSORY', text: 'Several senses' },
  { value: 'PHYSICAL', text: 'Physical disability' },
  { value: 'AUTISM', text: 'Autistic spectrum disorder' },
  { value: 'OTHER', text: 'Another difficulty or disability' },
  { value: 'NO_SPECIALIST_ASSESSMENT', text: 'Support, but no specialist has assessed the need yet' },
] as const;

/** What is provided for special educational needs. */
export const provisions = [
  { value: 'NONE', text: 'Nothing: there are no such needs' },
  { value: 'SUPPORT', text: 'Support at school' },
  { value: 'BEING_ASSESSED', text: 'An education, health and care plan (EHCP) is being assessed for' },
  { value: 'PLAN', text: 'An education, health and care plan (EHCP)' },
] as const;

/** The questions about special educational needs. */
export const needFields: readonly RecordField[] = [
  { kind: 'day', name: 'asOf', label: 'Since when is it so?', isToday: true, missing: 'Enter since when it is so' },
  {
    kind: 'choice',
    name: 'provision',
    label: 'What is provided for special educational needs?',
    short: 'Provided',
    choices: provisions,
    notKnown: 'provisionNotKnown',
    missing: 'Choose what is provided, or that it is not known',
  },
  {
    kind: 'several',
    name: 'needs',
    label: 'Which needs? The foremost one first',
    short: 'Needs',
    choices: needs,
    most: 4,
    missing: 'Choose the needs',
    isShown: ({ provision = '' }) => ['SUPPORT', 'BEING_ASSESSED', 'PLAN'].includes(provision),
  },
  {
    kind: 'day',
    name: 'planReviewedOn',
    label: 'When was the plan last reviewed?',
    hint: 'Leave it empty if it has not been yet.',
    short: 'Plan last reviewed',
    none: 'Not yet',
    isShown: ({ provision }) => provision === 'PLAN',
  },
];

/** What is assessed at school. */
export const subjects = [
  { value: 'READING', text: 'Reading' },
  { value: 'WRITING', text: 'Writing' },
  { value: 'MATHEMATICS', text: 'Mathematics' },
  { value: 'ENGLISH', text: 'English' },
  { value: 'LANGUAGE', text: 'Speech, language and communication' },
  { value: 'SCIENCE', text: 'Science' },
  { value: 'OTHER', text: 'Another subject, or all together' },
] as const;

/** The questions about a result at school, or where a child started. */
export const attainmentFields: readonly RecordField[] = [
  { kind: 'choice', name: 'subject', label: 'Which subject?', choices: subjects, missing: 'Choose the subject' },
  { kind: 'day', name: 'assessedOn', label: 'When was it assessed?', missing: 'Enter the day' },
  {
    kind: 'choice',
    name: 'stage',
    label: 'At which stage?',
    short: 'Stage',
    choices: [
      { value: 'EARLY_YEARS', text: 'Early years, to the age of 5' },
      { value: 'KEY_STAGE_1', text: 'Key stage 1, to the age of 7' },
      { value: 'KEY_STAGE_2', text: 'Key stage 2, to the age of 11' },
      { value: 'KEY_STAGE_3', text: 'Key stage 3, to the age of 14' },
      { value: 'KEY_STAGE_4', text: 'Key stage 4, to the age of 16' },
      { value: 'POST_16', text: 'After 16' },
    ],
    missing: 'Choose the stage',
  },
  {
    kind: 'true-false',
    name: 'isStartingPoint',
    label: 'Is this where the child started when coming into care or to the practice?',
    hint: 'Progress is told from there.',
    short: 'Starting point',
    missing: 'Say whether this is where the child started',
  },
  {
    kind: 'text',
    name: 'result',
    label: 'What is the result, as the school gives it?',
    short: 'Result',
    missing: 'Enter the result',
  },
  {
    kind: 'choice',
    name: 'standing',
    label: 'How does it stand to what is expected at this age?',
    short: 'For the age',
    choices: [
      { value: 'WELL_BELOW', text: 'Well below' },
      { value: 'BELOW', text: 'Below' },
      { value: 'EXPECTED', text: 'As expected' },
      { value: 'ABOVE', text: 'Above' },
    ],
    notKnown: 'standingNotKnown',
    missing: 'Choose how it stands, or that it is not known',
  },
];
