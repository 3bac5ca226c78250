import { systemClock } from '@mainstay/primitives';
import type { RecordField } from '../form/record-field.ts';

/** Kinds of schools and other places of education. */
export const schoolTypes = [
  { value: 'NURSERY', text: 'Nursery or other early years provider' },
  { value: 'PRIMARY', text: 'Primary school' },
  { value: 'SECONDARY', text: 'Secondary school' },
  { value: 'SPECIAL', text: 'Special school' },
  { value: 'INDEPENDENT', text: 'Independent school' },
  { value: 'ALTERNATIVE', text: 'Alternative provision or pupil referral unit' },
  { value: 'COLLEGE', text: 'Sixth form or college' },
  { value: 'HOME', text: 'Educated at home' },
  { value: 'OTHER', text: 'Another place' },
] as const;

/** The questions about a school that a child goes or went to. */
export const schoolPlaceFields: readonly RecordField[] = [
  { kind: 'text', name: 'schoolName', label: 'What is the school called?', missing: 'Enter the name of the school' },
  {
    kind: 'text',
    name: 'urn',
    label: 'The school’s number (URN)',
    hint: '6 digits, in the register of schools. Leave it empty if it has none.',
    short: 'School’s number (URN)',
    width: 10,
  },
  {
    kind: 'choice',
    name: 'type',
    label: 'What kind of school is it?',
    short: 'Kind',
    choices: schoolTypes,
    isLong: true,
    missing: 'Choose the kind of school',
  },
  { kind: 'day', name: 'startedOn', label: 'When was the first day?', missing: 'Enter the first day' },
  {
    kind: 'day',
    name: 'endedOn',
    label: 'When was the last day?',
    hint: 'Leave it empty while the child goes there.',
    short: 'Last day',
    none: 'Still there',
  },
  {
    kind: 'choice',
    name: 'entry',
    label: 'Why did the child come to this school?',
    short: 'Why this school',
    choices: [
      { value: 'FIRST', text: 'It is the first school' },
      { value: 'NEXT_PHASE', text: 'The next stage of school began' },
      { value: 'PLACEMENT_CHANGED', text: 'The child moved to another placement' },
      { value: 'BETTER_FOR_CHILD', text: 'It suits the child better' },
      { value: 'EXCLUDED', text: 'The school before excluded the child' },
      { value: 'SCHOOL_CLOSED', text: 'The school before closed' },
      { value: 'OTHER', text: 'Another reason' },
    ],
    missing: 'Choose why the child came to this school',
  },
  {
    kind: 'yes-no',
    name: 'unscheduled',
    label: 'Was it a change within a school year that the care plan did not foresee?',
    short: 'Unplanned change',
    missing: 'Say whether the care plan foresaw the change',
  },
  {
    kind: 'choice',
    name: 'judgement',
    label: 'How had Ofsted last judged the school when the child came?',
    short: 'Ofsted’s judgement then',
    choices: [
      { value: 'OUTSTANDING', text: 'Outstanding' },
      { value: 'GOOD', text: 'Good' },
      { value: 'REQUIRES_IMPROVEMENT', text: 'Requires improvement' },
      { value: 'INADEQUATE', text: 'Inadequate' },
      { value: 'NOT_GRADED', text: 'No overall grade, or not inspected yet' },
    ],
    notKnown: 'judgementNotKnown',
    missing: 'Choose how the school was judged, or that it is not known',
  },
  {
    kind: 'number',
    name: 'distanceMiles',
    label: 'How far is it from where the child lives?',
    short: 'From where the child lives',
    unit: 'miles',
    decimals: 1,
    notKnown: 'distanceMilesNotKnown',
    missing: 'Enter the miles, or why they are not known',
  },
];

/** Terms of the school year. */
export const schoolTerms = [
  { value: 'AUTUMN', text: 'Autumn' },
  { value: 'SPRING', text: 'Spring' },
  { value: 'SUMMER', text: 'Summer' },
] as const;

/** A school year as people say it, by the year in which it begins: `2025 to 2026`. */
export function schoolYearInWords(from: number): string {
  return `${from} to ${from + 1}`;
}

const schoolYears = Array.from({ length: 20 }, (_, ago) => Number(systemClock.today().slice(0, 4)) - ago);

/** The questions about how much a child was at school in a term. */
export const attendanceFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'schoolYear',
    label: 'Which school year?',
    choices: schoolYears.map((year) => ({ value: String(year), text: schoolYearInWords(year) })),
    isLong: true,
    missing: 'Choose the school year',
  },
  { kind: 'choice', name: 'term', label: 'Which term?', choices: schoolTerms, missing: 'Choose the term' },
  {
    kind: 'number',
    name: 'sessionsPossible',
    label: 'Sessions the school was open to the child',
    hint: 'A session is half a school day.',
    short: 'Possible sessions',
    missing: 'Enter how many sessions there were',
  },
  {
    kind: 'number',
    name: 'sessionsAttended',
    label: 'Sessions the child was there',
    short: 'Sessions there',
    missing: 'Enter how many sessions the child was there',
  },
  {
    kind: 'number',
    name: 'sessionsUnauthorised',
    label: 'Sessions the child was away without leave',
    short: 'Sessions away without leave',
    missing: 'Enter how many sessions the child was away without leave; 0 if there were none',
  },
];

/** The questions about a suspension or a permanent exclusion. */
export const exclusionFields: readonly RecordField[] = [
  { kind: 'day', name: 'startedOn', label: 'When was the first day?', missing: 'Enter the first day' },
  {
    kind: 'true-false',
    name: 'isPermanent',
    label: 'Was the child suspended or permanently excluded?',
    no: 'Suspended',
    yes: 'Permanently excluded',
    missing: 'Choose whether it was a suspension or permanent',
  },
  {
    kind: 'number',
    name: 'sessions',
    label: 'For how many sessions?',
    hint: 'A session is half a school day.',
    short: 'Sessions',
    missing: 'Enter how many sessions',
    isShown: (answers) => answers['isPermanent'] === 'no',
  },
  { kind: 'words', name: 'why', label: 'Why?', missing: 'Write why' },
];
