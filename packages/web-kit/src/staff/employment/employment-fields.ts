import type { Answers, RecordField } from '../../record/form/record-field.ts';
import { censusRoles, destinations, engagements, leavingReasons, origins, roles } from './staff-words.ts';

const SOCIAL_WORK = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER', 'DIRECTOR'];

const isOwnStaff = (answers: Answers): boolean =>
  answers['engagement'] === 'EMPLOYEE' || answers['engagement'] === 'PARTNER';

/** On what terms somebody may be there: partners are a practice's. */
export function engagementsOf(isPractice: boolean) {
  return engagements.filter(({ value }) => isPractice || value !== 'PARTNER');
}

const role: RecordField = {
  kind: 'choice',
  name: 'role',
  label: 'What do they do?',
  short: 'Role',
  choices: roles,
  isLong: true,
  missing: 'Choose what they do',
};

const fullTimeEquivalent: RecordField = {
  kind: 'number',
  name: 'fullTimeEquivalent',
  label: 'Whole-time equivalent',
  hint: '1 for full time, 0.5 for half of it.',
  decimals: 2,
  missing: 'Enter the whole-time equivalent, such as 0.6',
};

const censusRole: RecordField = {
  kind: 'choice',
  name: 'censusRole',
  label: 'Role as the workforce census counts it',
  short: 'Census role',
  choices: censusRoles,
  isLong: true,
  isShown: (answers) => SOCIAL_WORK.includes(answers['role'] ?? ''),
};

const leaverDestination: RecordField = {
  kind: 'choice',
  name: 'leaverDestination',
  label: 'Where do they go?',
  short: 'Went to',
  choices: destinations,
  isLong: true,
};

const reasonForLeaving: RecordField = {
  kind: 'choice',
  name: 'reasonForLeaving',
  label: 'Why do they leave?',
  short: 'Why',
  choices: leavingReasons,
  isLong: true,
};

/** The questions about a time with the employer. `isEnded` asks how it ended, where an ended one is corrected. */
export function employmentFields(of: {
  readonly isPractice: boolean;
  readonly isEnded: boolean;
}): readonly RecordField[] {
  return [
    role,
    fullTimeEquivalent,
    {
      kind: 'choice',
      name: 'engagement',
      label: 'On what terms?',
      short: 'Terms',
      choices: engagementsOf(of.isPractice),
      missing: 'Choose on what terms they are there',
    },
    censusRole,
    { kind: 'day', name: 'startedOn', label: 'What is the first day?', short: 'From', missing: 'Enter the first day' },
    {
      kind: 'choice',
      name: 'startOrigin',
      label: 'Where did they come from?',
      short: 'Came from',
      choices: origins,
      isLong: true,
      isShown: isOwnStaff,
    },
    ...(of.isEnded
      ? [
          { kind: 'day', name: 'endedOn', label: 'What was the last day?', short: 'Until' } as const,
          { ...leaverDestination, isShown: isOwnStaff },
          { ...reasonForLeaving, isShown: isOwnStaff },
        ]
      : []),
  ];
}

/** The questions about a change of role, hours or post: what stays the same is filled in. */
export const changeFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'from',
    label: 'From which day?',
    hint: 'What they do now ends on the day before. Nobody has left by it.',
    isToday: true,
    missing: 'Enter the first day of the change',
  },
  role,
  fullTimeEquivalent,
  censusRole,
];

/** The questions about a leaving. The employer's own staff are asked for where to and why. */
export function endFields(engagement: unknown): readonly RecordField[] {
  const lastDay: RecordField = {
    kind: 'day',
    name: 'endedOn',
    label: 'What is the last day?',
    hint: 'It still belongs to their time here.',
    missing: 'Enter the last day',
  };
  if (engagement !== 'EMPLOYEE' && engagement !== 'PARTNER') return [lastDay];
  return [
    lastDay,
    { ...leaverDestination, missing: 'Choose where they go, or that it is not known' },
    { ...reasonForLeaving, missing: 'Choose why they leave, or that it is not known' },
  ];
}
