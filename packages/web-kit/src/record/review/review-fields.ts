import { ageOn, systemClock, type PlainDate } from '@mainstay/primitives';
import type { Choice } from '../../components/fields.tsx';
import type { ReviewMeetingEntryFragment } from '../../generated/operations.ts';
import { careParties } from '../care-party.ts';
import { rowsInitial, type Answers, type RecordField } from '../form/record-field.ts';
import type { InitialValue } from '../form/record-form-field.tsx';

/** How the child's views came to a review. */
export const contributions = [
  { value: 'SPOKE', text: 'The child spoke for themselves' },
  { value: 'ADVOCATE_SPOKE', text: 'An advocate spoke for the child' },
  { value: 'SHOWN_WITHOUT_WORDS', text: 'The child showed them without words: with pictures, signs or gestures' },
  { value: 'SENT', text: 'The child sent them: in writing, by telephone, recorded' },
  { value: 'NONE', text: 'They did not come to it' },
] as const;

const invitedFirst = ['CHILD', 'MOTHER', 'FATHER', 'CARER', 'SOCIAL_WORKER', 'SCHOOL'] as const;
const MOST_PEOPLE = 20;
const MOST_REPORTS = 10;
const MOST_VIEWS = 10;
const MOST_DECISIONS = 20;

function peopleField(first: number, asksAttendance: boolean): RecordField {
  return {
    kind: 'rows',
    name: 'invitations',
    label: asksAttendance ? 'Who was invited, and who was there?' : 'Who is invited?',
    row: {
      title: 'Person',
      first,
      most: MOST_PEOPLE,
      fields: [
        { kind: 'choice', name: 'party', label: 'Who?', choices: careParties, isLong: true, missing: 'choose who' },
        { kind: 'text', name: 'who', label: 'Name, where it is needed' },
        { kind: 'true-false', name: 'isInvited', label: 'Invited?', missing: 'say whether they are invited' },
        {
          kind: 'text',
          name: 'notInvitedReason',
          label: 'Why not?',
          missing: 'enter why they are not invited',
          isShown: ({ isInvited }) => isInvited === 'no',
        },
        ...(asksAttendance
          ? [
              {
                kind: 'true-false',
                name: 'attended',
                label: 'Were they there?',
                missing: 'say whether they were there',
              } as const satisfies RecordField,
            ]
          : []),
      ],
    },
  };
}

/** The questions of preparing a review; `isOfficer` where the Independent Reviewing Officer is asked. */
export function prepareFields(
  entry: ReviewMeetingEntryFragment | undefined,
  isOfficer: boolean,
): readonly RecordField[] {
  return [
    { kind: 'day', name: 'plannedFor', label: 'For which day is it planned?', missing: 'Enter the day' },
    {
      kind: 'text',
      name: 'place',
      label: 'Where?',
      short: 'Place',
      hint: 'Ask the child where they would like it. You can leave this empty for now.',
    },
    peopleField(entry?.invitations.length || invitedFirst.length, false),
    {
      kind: 'rows',
      name: 'reports',
      label: 'Which reports are asked for?',
      row: {
        title: 'Report',
        first: Math.max(entry?.reports.length ?? 0, 1),
        most: MOST_REPORTS,
        fields: [
          { kind: 'text', name: 'name', label: 'From whom, or about what?', missing: 'enter from whom or about what' },
          { kind: 'day', name: 'askedOn', label: 'When was it asked for?', missing: 'enter when it was asked for' },
          { kind: 'day', name: 'receivedOn', label: 'When did it come?', hint: 'Leave it empty until it has come.' },
        ],
      },
    },
    {
      kind: 'rows',
      name: 'views',
      label: 'What do they say beforehand?',
      row: {
        title: 'View',
        first: Math.max(entry?.views.length ?? 0, 1),
        most: MOST_VIEWS,
        fields: [
          {
            kind: 'choice',
            name: 'party',
            label: 'Whose view?',
            choices: careParties,
            isLong: true,
            missing: 'choose whose view it is',
          },
          {
            kind: 'words',
            name: 'text',
            label: 'What do they say?',
            rows: 3,
            notKnown: 'notKnown',
            missing: 'write what they say, or why it is not known',
          },
        ],
      },
    },
    ...(isOfficer ? discussionFields : []),
  ];
}

const discussionFields: readonly RecordField[] = [
  {
    kind: 'day',
    name: 'discussion.on',
    label: 'When did you talk with the child?',
    hint: 'Leave it empty if you have not.',
  },
  {
    kind: 'words',
    name: 'discussion.note',
    label: 'What was said, as far as the child wants it known? Or why was there no talk?',
    rows: 4,
  },
];

/** What the form to prepare a review begins with: a new one with those who are usually invited. */
export function prepareInitial(entry: ReviewMeetingEntryFragment | undefined): Readonly<Record<string, InitialValue>> {
  if (!entry) {
    const usual = invitedFirst.map((party) => ({ party, isInvited: true }));
    return rowsInitial<object, InitialValue>('invitations', usual, plainRow);
  }
  return {
    plannedFor: entry.plannedFor,
    place: entry.place,
    ...rowsInitial<object, InitialValue>('invitations', entry.invitations, plainRow),
    ...rowsInitial<object, InitialValue>('reports', entry.reports, plainRow),
    ...rowsInitial<object, InitialValue>('views', entry.views, plainRow),
    'discussion.on': entry.discussion?.on,
    'discussion.note': entry.discussion?.note,
  };
}

function plainRow(row: object): Readonly<Record<string, InitialValue>> {
  return { ...row };
}

/** The graph's input of what the form says: no talk where nothing is said of one. */
export function prepareInput({ discussion, ...input }: Readonly<Record<string, unknown>>) {
  const { note } = (discussion ?? {}) as { readonly note?: string | null };
  return note ? { ...input, discussion } : input;
}

const AGE_OF_PARTICIPATION = 4;
const wasThere = (answers: Answers): boolean => answers['childAttended'] === 'yes';
const wasNotThere = (answers: Answers): boolean => answers['childAttended'] === 'no';

/** The questions about a review that was held. */
export function heldFields(of: {
  readonly dateOfBirth: PlainDate;
  readonly entry: ReviewMeetingEntryFragment | undefined;
  /** Those who can have chaired it, where somebody else than the chair records it. */
  readonly chairs: readonly Choice[] | null;
}): readonly RecordField[] {
  const { dateOfBirth, entry, chairs } = of;
  return [
    { kind: 'day', name: 'heldOn', label: 'When was it held?', isToday: true, missing: 'Enter the day it was held' },
    ...(chairs
      ? [
          {
            kind: 'choice',
            name: 'chairedById',
            label: 'Who chaired it?',
            choices: chairs,
            missing: 'Choose who chaired it. If nobody can be chosen, appoint the child’s IRO first',
          } as const satisfies RecordField,
        ]
      : []),
    peopleField(Math.max(entry?.invitations.length ?? 0, 1), true),
    ...(ageOn(dateOfBirth, systemClock.today()) >= AGE_OF_PARTICIPATION ? participationFields : []),
    {
      kind: 'yes-no',
      name: 'isPlanRight',
      label: 'Is the plan still right?',
      missing: 'Say whether the plan is still right',
    },
    {
      kind: 'words',
      name: 'planNote',
      label: 'What has to change in the plan, or why is it right?',
      rows: 4,
      missing: 'Write what has to change in the plan, or why it is right',
    },
    ...(entry?.status === 'HELD' ? [] : [decisionsField]),
    {
      kind: 'day',
      name: 'nextReviewBy',
      label: 'By when is the next review due?',
      hint: 'Within 6 months of this one.',
      missing: 'Enter by when the next review is due',
    },
    {
      kind: 'words',
      name: 'minutes',
      label: 'Record of the review',
      rows: 10,
      missing: 'Write the record of the review',
    },
  ];
}

const participationFields: readonly RecordField[] = [
  {
    kind: 'true-false',
    name: 'childAttended',
    label: 'Was the child there?',
    missing: 'Say whether the child was there',
  },
  {
    kind: 'choice',
    name: 'contribution',
    label: 'How did the child’s views come to it?',
    choices: contributions.filter(({ value }) => value !== 'SENT'),
    missing: 'Choose how the child’s views came to it',
    isShown: wasThere,
  },
  {
    kind: 'choice',
    name: 'contribution',
    label: 'How did the child’s views come to it?',
    choices: contributions.filter(({ value }) => value !== 'SPOKE' && value !== 'SHOWN_WITHOUT_WORDS'),
    missing: 'Choose how the child’s views came to it',
    isShown: wasNotThere,
  },
];

const decisionsField: RecordField = {
  kind: 'rows',
  name: 'decisions',
  label: 'What was decided?',
  row: {
    title: 'Decision',
    first: 1,
    most: MOST_DECISIONS,
    fields: [
      { kind: 'text', name: 'what', label: 'What will be done?', missing: 'enter what will be done' },
      { kind: 'text', name: 'who', label: 'Who will do it?', missing: 'enter who will do it' },
      { kind: 'day', name: 'dueOn', label: 'By when?', missing: 'enter by when' },
    ],
  },
};

/** What the form about a held review begins with. */
export function heldInitial(entry: ReviewMeetingEntryFragment | undefined): Readonly<Record<string, InitialValue>> {
  if (!entry) return {};
  const { heldOn, plannedFor, chairedBy, childAttended, contribution, isPlanRight, planNote, nextReviewBy, minutes } =
    entry;
  return {
    heldOn: heldOn ?? plannedFor,
    chairedById: chairedBy?.id,
    childAttended,
    contribution,
    isPlanRight,
    planNote,
    nextReviewBy,
    minutes,
    ...rowsInitial<object, InitialValue>('invitations', entry.invitations, plainRow),
  };
}

/** The questions about what became of a decision. */
export const reportFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'status',
    label: 'What became of it?',
    choices: [
      { value: 'DONE', text: 'It was done' },
      { value: 'NOT_DONE', text: 'It will not be done' },
      { value: 'OPEN', text: 'It is still to be done' },
    ],
    missing: 'Choose what became of it',
  },
  {
    kind: 'day',
    name: 'doneOn',
    label: 'When was it done?',
    isToday: true,
    missing: 'Enter when it was done',
    isShown: ({ status }) => status === 'DONE',
  },
  { kind: 'words', name: 'note', label: 'What came of it, or why will it not be done?', rows: 3 },
];

/** The questions about a concern. */
export const concernFields: readonly RecordField[] = [
  {
    kind: 'words',
    name: 'text',
    label: 'What are you concerned about?',
    short: 'Concern',
    missing: 'Write what you are concerned about',
  },
  {
    kind: 'day',
    name: 'answerBy',
    label: 'By when do you ask for an answer?',
    short: 'Answer asked for by',
    missing: 'Enter by when you ask for an answer',
  },
];

/** How high a concern has gone. */
export const stages = [
  { value: 'TEAM', text: 'The social worker and their manager' },
  { value: 'AUTHORITY', text: 'The managers of the authority' },
  { value: 'DIRECTOR', text: 'The director of children’s services' },
  { value: 'CAFCASS', text: 'Cafcass' },
] as const;

/** The question to whoever answers a concern. */
export const answerFields: readonly RecordField[] = [
  { kind: 'words', name: 'text', label: 'What is your answer?', rows: 5, missing: 'Write your answer' },
];

/** The questions to the officer about what becomes of a concern. */
export function settleFields(stage: unknown): readonly RecordField[] {
  const higher = stages.slice(stages.findIndex(({ value }) => value === stage) + 1);
  return [
    {
      kind: 'true-false',
      name: 'isResolved',
      label: 'Is it resolved?',
      no: 'No, it goes higher',
      missing: 'Say whether it is resolved',
    },
    {
      kind: 'choice',
      name: 'stage',
      label: 'To whom does it go?',
      choices: higher,
      missing: 'Choose to whom it goes',
      isShown: ({ isResolved }) => isResolved === 'no',
    },
    {
      kind: 'day',
      name: 'answerBy',
      label: 'By when do you ask for an answer?',
      missing: 'Enter by when you ask for an answer',
      isShown: ({ isResolved }) => isResolved === 'no',
    },
    { kind: 'words', name: 'text', label: 'Why?', rows: 3, missing: 'Write why' },
  ];
}
