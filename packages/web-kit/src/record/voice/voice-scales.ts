import { ageOn, isPlainDate, type PlainDate } from '@mainstay/primitives';
import type { Choice } from '../../components/fields.tsx';
import type { VoiceAbout, VoiceScale } from '../../generated/operations.ts';
import type { Answers } from '../form/record-field.ts';

/** What people are asked how content they are with, in the order of asking. */
export const voiceAbouts: readonly { readonly value: VoiceAbout; readonly text: string }[] = [
  { value: 'STABILITY', text: 'How settled life is' },
  { value: 'HEALTH', text: 'Health' },
  { value: 'SAFETY', text: 'Feeling safe' },
  { value: 'ENJOYMENT', text: 'Enjoying things and doing well' },
  { value: 'CONTRIBUTION', text: 'Having a say and joining in' },
  { value: 'ECONOMIC_WELL_BEING', text: 'Money, work and the future' },
  { value: 'WORKER', text: 'The social worker' },
  { value: 'PLACEMENT', text: 'The place where they live' },
  { value: 'CONTACT', text: 'Time with family and others' },
];

const threeFaces = ['Sad', 'Neither', 'Happy'];
const fiveFaces = ['Very sad', 'Sad', 'Neither', 'Happy', 'Very happy'];
const ends: Readonly<Record<number, string>> = { 0: '0: not at all', 10: '10: completely' };

/** Each scale: what it is called, and what can be chosen on it. */
export const voiceScales: Readonly<
  Record<VoiceScale, { readonly title: string; readonly choices: readonly Choice[]; readonly lowest: number }>
> = {
  THREE_FACES: { title: 'Three faces', lowest: 1, choices: numbered(threeFaces, 1) },
  FIVE_FACES: { title: 'Five faces', lowest: 1, choices: numbered(fiveFaces, 1) },
  ZERO_TO_TEN: {
    title: 'From 0, not at all, to 10, completely',
    lowest: 0,
    choices: numbered(
      Array.from({ length: 11 }, (_, score) => ends[score] ?? String(score)),
      0,
    ),
  },
};

function numbered(words: readonly string[], lowest: number): readonly Choice[] {
  return words.map((text, place) => ({ value: String(place + lowest), text }));
}

/** The scale on which somebody is asked: by age for a child, from 0 to 10 for adults. */
export function usualScale(dateOfBirth: PlainDate, answers: Answers): VoiceScale {
  const on = daySaid(answers);
  if (answers['speaker'] !== 'CHILD' || on === null) return 'ZERO_TO_TEN';
  const age = ageOn(dateOfBirth, on);
  if (age >= 12) return 'ZERO_TO_TEN';
  return age >= 7 ? 'FIVE_FACES' : 'THREE_FACES';
}

/** The scale that is used: the one that was chosen, else the usual one. */
export function usedScale(dateOfBirth: PlainDate, answers: Answers): VoiceScale {
  const chosen = answers['scale'] ?? '';
  return chosen in voiceScales ? (chosen as VoiceScale) : usualScale(dateOfBirth, answers);
}

function daySaid(answers: Answers): PlainDate | null {
  const typed = (part: string) => (answers[`saidOn-${part}`] ?? '').trim();
  const text = typed('year')
    ? `${typed('year')}-${typed('month').padStart(2, '0')}-${typed('day').padStart(2, '0')}`
    : (answers['saidOn'] ?? '');
  return isPlainDate(text) ? text : null;
}
