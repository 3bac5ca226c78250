import type { VoiceEntryFragment } from '../../generated/operations.ts';
import type { InitialValue } from '../form/record-form-field.tsx';

type Named = Readonly<Record<string, unknown>>;

/** The graph's input of what the form says: a list of ratings, and none for what was not asked. */
export function voiceInput({ isRated, ratings = {}, ratingsNotKnown = {}, ...input }: Named): Named {
  const scores = isRated === true ? Object.entries(ratings as Named) : [];
  const reasons = isRated === true ? Object.entries(ratingsNotKnown as Named) : [];
  return {
    ...input,
    ratings: [
      ...scores.flatMap(([about, score]) => (score === null ? [] : [{ about, score: Number(score) }])),
      ...reasons.map(([about, notKnown]) => ({ about, notKnown })),
    ],
  };
}

/** What the form's fields about contentment hold to begin with, of what was said. */
export function voiceInitial({ ratings }: Pick<VoiceEntryFragment, 'ratings'>): Readonly<Record<string, InitialValue>> {
  return {
    isRated: ratings.length > 0,
    ...Object.fromEntries(ratings.map(({ about, score }) => [`ratings.${about}`, score])),
    ...Object.fromEntries(ratings.map(({ about, notKnown }) => [`ratingsNotKnown.${about}`, notKnown])),
  };
}
