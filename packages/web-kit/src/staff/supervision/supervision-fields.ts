import type { Answers, RecordField } from '../../record/form/record-field.ts';

const isHeld = (answers: Answers): boolean => answers['isHeld'] === 'yes';

/** Who supervises, as people say it. */
export const supervisors = [
  { value: 'MANAGER', text: 'A manager' },
  { value: 'EXTERNAL_CONSULTANT', text: 'A consultant from outside' },
  { value: 'PEERS', text: 'A group of peers' },
] as const;

/** The questions about a session of supervision. */
export const supervisionFields: readonly RecordField[] = [
  { kind: 'day', name: 'on', label: 'When was it?', isToday: true, missing: 'Enter the day of the supervision' },
  {
    kind: 'true-false',
    name: 'isHeld',
    label: 'Was it held?',
    short: 'Held',
    yes: 'Yes',
    no: 'No, it was cancelled',
    missing: 'Say whether it was held',
  },
  {
    kind: 'text',
    name: 'cancelledReason',
    label: 'Why was it cancelled?',
    hint: 'A cancelled session does not count as one that was due.',
    missing: 'Enter why it was cancelled',
    isShown: (answers) => answers['isHeld'] === 'no',
  },
  {
    kind: 'choice',
    name: 'by',
    label: 'Who supervised?',
    short: 'With',
    choices: supervisors,
    missing: 'Choose who supervised',
  },
  {
    kind: 'text',
    name: 'supervisorId',
    label: 'Supervisor’s registration number',
    short: 'Supervisor',
    hint: 'Such as SW123456. Leave it empty for somebody who is not on the register.',
    width: 10,
    isShown: (answers) => answers['by'] === 'MANAGER' || answers['by'] === 'EXTERNAL_CONSULTANT',
  },
  {
    kind: 'number',
    name: 'minutes',
    label: 'How long did it take?',
    short: 'Time',
    unit: 'minutes',
    notKnown: 'minutesNotKnown',
    missing: 'Enter how long it took, or why it is not known',
    isShown: isHeld,
  },
  {
    kind: 'yes-no',
    name: 'discussedCases',
    label: 'Did you talk about children’s cases?',
    short: 'Cases discussed',
    missing: 'Say whether cases were discussed',
    isShown: isHeld,
  },
  {
    kind: 'words',
    name: 'agreedActions',
    label: 'What did you agree to do?',
    short: 'Agreed',
    hint: 'Name no child: what is about a child belongs in the child’s record.',
    isShown: isHeld,
  },
];
