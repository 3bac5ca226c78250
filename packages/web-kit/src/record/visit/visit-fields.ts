import type { Answers, RecordField } from '../form/record-field.ts';

const isSeen = (answers: Answers): boolean => answers['isSeen'] === 'yes';

/** Why a worker visits, as people say it. */
export const visitPurposes = [
  { value: 'STATUTORY', text: 'Statutory visit' },
  { value: 'ADDITIONAL', text: 'Additional visit: somebody asked, or something happened' },
  { value: 'UNANNOUNCED', text: 'Unannounced visit' },
  { value: 'PERSONAL_ADVISER', text: 'Personal adviser’s visit' },
] as const;

/** The questions about a visit, in the order in which a worker answers them on the way home. */
export const visitFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'visitedOn',
    label: 'When was the visit?',
    isToday: true,
    missing: 'Enter the day of the visit',
  },
  {
    kind: 'choice',
    name: 'purpose',
    label: 'What kind of visit?',
    choices: visitPurposes,
    missing: 'Choose the kind of visit',
  },
  {
    kind: 'true-false',
    name: 'isSeen',
    label: 'Did you see the child?',
    short: 'Child seen',
    missing: 'Say whether you saw the child',
  },
  {
    kind: 'text',
    name: 'notSeenReason',
    label: 'Why was the child not seen?',
    short: 'Why not seen',
    hint: 'A visit at which the child was not seen does not count as one that was due.',
    missing: 'Enter why the child was not seen',
    isShown: (answers) => answers['isSeen'] === 'no',
  },
  {
    kind: 'yes-no',
    name: 'seenAlone',
    label: 'Did you speak to the child alone?',
    short: 'Spoken to alone',
    missing: 'Say whether you spoke to the child alone',
    isShown: isSeen,
  },
  {
    kind: 'text',
    name: 'notAloneReason',
    label: 'Why not alone?',
    missing: 'Enter why you did not speak to the child alone',
    isShown: (answers) => isSeen(answers) && answers['seenAlone'] === 'no',
  },
  {
    kind: 'true-false',
    name: 'isAtPlacement',
    label: 'Was it where the child lives?',
    short: 'Where the child lives',
    missing: 'Say whether it was where the child lives',
  },
  {
    kind: 'number',
    name: 'minutes',
    label: 'Time with the child',
    short: 'Time',
    unit: 'minutes',
    notKnown: 'minutesNotKnown',
    missing: 'Enter the time with the child, or why it is not known',
  },
  {
    kind: 'words',
    name: 'note',
    label: 'What did you see, hear and agree?',
    short: 'Note',
    missing: 'Write what you saw, heard and agreed',
  },
];
