import type { PlainDate } from '@mainstay/primitives';
import type { VoiceScale } from '../../generated/operations.ts';
import type { Answers, RecordField } from '../form/record-field.ts';
import { usedScale, usualScale, voiceAbouts, voiceScales } from './voice-scales.ts';

/** Who says something. */
export const speakers = [
  { value: 'CHILD', text: 'The child' },
  { value: 'CARER', text: 'A foster carer or somebody of the home' },
  { value: 'MOTHER', text: 'The mother' },
  { value: 'FATHER', text: 'The father' },
  { value: 'RELATIVE', text: 'Another relative' },
] as const;

const media = [
  { value: 'TALK', text: 'In a talk' },
  { value: 'DRAWING', text: 'In a drawing or by play' },
  { value: 'TEXT', text: 'In writing' },
  { value: 'SIGNS', text: 'With signs, pictures or gestures' },
  { value: 'RECORDING', text: 'Recorded in sound or pictures' },
  { value: 'ADVOCATE', text: 'Through an advocate or interpreter' },
] as const;

const isRated = (answers: Answers): boolean => answers['isRated'] === 'yes';

/** The questions about what somebody said. How content they are is asked on the scale for the child's age. */
export function voiceFields(dateOfBirth: PlainDate): readonly RecordField[] {
  return [
    { kind: 'choice', name: 'speaker', label: 'Who said it?', choices: speakers, missing: 'Choose who said it' },
    { kind: 'day', name: 'saidOn', label: 'When?', isToday: true, missing: 'Enter the day' },
    {
      kind: 'choice',
      name: 'medium',
      label: 'How was it said?',
      short: 'How',
      choices: media,
      missing: 'Choose how it was said',
    },
    {
      kind: 'words',
      name: 'words',
      label: 'What did they say, in their own words?',
      hint: 'For a drawing, what they said it shows. Leave it empty if you only asked how content they are.',
      short: 'Their words',
    },
    {
      kind: 'text',
      name: 'takenDownBy',
      label: 'Who took it down?',
      hint: 'Leave it empty if you did.',
      short: 'Taken down by',
    },
    {
      kind: 'true-false',
      name: 'isRated',
      label: 'Did you ask how content they are?',
      missing: 'Say whether you asked how content they are',
    },
    ...scaleFields(dateOfBirth),
    ...scaleNames.flatMap((scale) => ratingFields(dateOfBirth, scale)),
  ];
}

const scaleNames = ['THREE_FACES', 'FIVE_FACES', 'ZERO_TO_TEN'] as const;

function scaleFields(dateOfBirth: PlainDate): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'scale',
      label: 'Did you use another scale than the one for their age?',
      hint: 'Leave it as it is if you did not. Children under 7 choose from three faces, children under 12 from five.',
      choices: scaleNames.map((value) => ({ value, text: voiceScales[value].title })),
      isLong: true,
      isShown: isRated,
    },
    {
      kind: 'text',
      name: 'scaleReason',
      label: 'Why another scale?',
      short: 'Why not the scale for their age',
      missing: 'Enter why you used another scale',
      isShown: (answers) => isRated(answers) && usedScale(dateOfBirth, answers) !== usualScale(dateOfBirth, answers),
    },
  ];
}

/** One question for each thing, on one scale; whatever was not asked is left out. */
function ratingFields(dateOfBirth: PlainDate, scale: VoiceScale): readonly RecordField[] {
  const isShown = (answers: Answers): boolean => isRated(answers) && usedScale(dateOfBirth, answers) === scale;
  return voiceAbouts.map(({ value, text }) => {
    const common = { name: `ratings.${value}`, label: text, notKnown: `ratingsNotKnown.${value}`, isShown };
    const { choices } = voiceScales[scale];
    return scale === 'ZERO_TO_TEN'
      ? { ...common, kind: 'choice', choices, isLong: true }
      : { ...common, kind: 'faces', choices };
  });
}

/** The questions about a promise; `said` is what it can be about. */
export function promiseFields(
  said: readonly { readonly value: string; readonly text: string }[],
): readonly RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'voiceId',
      label: 'What is it about?',
      hint: 'Choose the day it was said.',
      short: 'About',
      choices: said,
      isLong: true,
      missing: 'Choose what it is about',
    },
    { kind: 'words', name: 'what', label: 'What is promised?', rows: 3, missing: 'Write what is promised' },
    { kind: 'text', name: 'who', label: 'Who will do it?', short: 'Who', missing: 'Enter who will do it' },
    { kind: 'day', name: 'dueOn', label: 'By when?', missing: 'Enter by when' },
  ];
}

/** The questions about what became of a promise. */
export const settleFields: readonly RecordField[] = [
  { kind: 'true-false', name: 'isKept', label: 'Was the promise kept?', missing: 'Say whether the promise was kept' },
  {
    kind: 'day',
    name: 'settledOn',
    label: 'When was it kept, or when did you know that it will not be?',
    isToday: true,
    missing: 'Enter the day',
  },
  {
    kind: 'words',
    name: 'note',
    label: 'What was done, or why was it not?',
    rows: 3,
    missing: 'Write what was done, or why it was not',
  },
  { kind: 'yes-no', name: 'childTold', label: 'Was the child told?', missing: 'Say whether the child was told' },
];
