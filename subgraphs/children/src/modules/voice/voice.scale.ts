import { ageOn, type PlainDate } from '@mainstay/primitives';

/** What somebody is asked to be content with: `VoiceAbout` of the graph. */
export type VoiceAbout =
  | 'STABILITY'
  | 'HEALTH'
  | 'SAFETY'
  | 'ENJOYMENT'
  | 'CONTRIBUTION'
  | 'ECONOMIC_WELL_BEING'
  | 'WORKER'
  | 'PLACEMENT'
  | 'CONTACT';

/** The things asked about, in their order. */
export const voiceAbouts: readonly VoiceAbout[] = [
  'STABILITY',
  'HEALTH',
  'SAFETY',
  'ENJOYMENT',
  'CONTRIBUTION',
  'ECONOMIC_WELL_BEING',
  'WORKER',
  'PLACEMENT',
  'CONTACT',
];

/** A scale of contentment: `VoiceScale` of the graph. */
export type VoiceScale = 'THREE_FACES' | 'FIVE_FACES' | 'ZERO_TO_TEN';

/** The lowest and the highest score of each scale. */
export const scoresOf: Readonly<Record<VoiceScale, readonly [lowest: number, highest: number]>> = {
  THREE_FACES: [1, 3],
  FIVE_FACES: [1, 5],
  ZERO_TO_TEN: [0, 10],
};

/** The first age, in years, at which a child is asked on the scale. */
const FIRST_AGES = { FIVE_FACES: 7, ZERO_TO_TEN: 12 } as const;

/** The scale for a child's age on a day. */
export function scaleForAge(dateOfBirth: PlainDate, on: PlainDate): VoiceScale {
  const age = ageOn(dateOfBirth, on);
  if (age >= FIRST_AGES.ZERO_TO_TEN) return 'ZERO_TO_TEN';
  return age >= FIRST_AGES.FIVE_FACES ? 'FIVE_FACES' : 'THREE_FACES';
}
