import { formatCount, formatDate, formatNumber, formatShare } from '../format/format.ts';
import type { SurveyGroup, SurveyHeadFragment } from '../generated/operations.ts';

/** One point in time of a survey. */
export type Wave = SurveyHeadFragment['waves'][number];

/** The groups, in the order they are shown. */
export const surveyGroups: readonly SurveyGroup[] = ['PRACTICE', 'HOST_LA', 'COMPARISON'];

/** A group as a row or a column names it. */
export const groupNames: Readonly<Record<SurveyGroup, string>> = {
  PRACTICE: 'Practices',
  HOST_LA: 'The authority',
  COMPARISON: 'Comparison authority',
};

/** Who belongs to a group. */
export const groupMeanings: Readonly<Record<SurveyGroup, string>> = {
  PRACTICE: 'Staff of the practices that serve the authority',
  HOST_LA: 'Staff of the authority itself',
  COMPARISON: 'Staff of an authority like it that has no practice',
};

/** `Open until 31 March 2027`. */
export function waveInWords({ state, opensOn, closesOn }: Pick<Wave, 'state' | 'opensOn' | 'closesOn'>): string {
  switch (state) {
    case 'PLANNED':
      return `Opens on ${formatDate(opensOn)}, closes after ${formatDate(closesOn)}`;
    case 'OPEN':
      return `Open since ${formatDate(opensOn)}, until ${formatDate(closesOn)}`;
    case 'CLOSED':
      return `Closed on ${formatDate(closesOn)}`;
  }
}

/** How many answered: `949 of 2,210 (42.9%)`; while it is open nobody is told. */
export function answeredInWords(
  { invited, answered, rate }: { invited: number; answered: number | null; rate: number | null },
  wave: Pick<Wave, 'state'>,
  isKeptBack: boolean,
): string {
  if (invited === 0) return 'Nobody was invited';
  if (answered !== null && rate !== null) {
    return `${formatNumber(answered)} of ${formatNumber(invited)} (${formatShare(rate)})`;
  }
  if (wave.state !== 'CLOSED') return `${formatCount(invited, 'person', 'people')} invited; told when it has closed`;
  return isKeptBack ? 'Kept back: too few answered' : 'Kept back: it would give away a group that is';
}
