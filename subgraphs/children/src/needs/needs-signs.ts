import type { PlainDate } from '@mainstay/primitives';
import { addMonths } from '../duties/due-dates.ts';
import type { NeedsFacts } from './needs-facts.ts';

/** A kind of additional need: `NeedsKind` of the graph. */
export type NeedsKind = 'EMOTIONAL_OR_BEHAVIOURAL' | 'OFFENDING' | 'DISABILITY' | 'UNACCOMPANIED' | 'STAFFED_SETTING';

/** A sign of need, where the facts of a child show it: the words of the reason, and the day it is known of. */
export interface NeedsSign {
  readonly kind: NeedsKind;
  /** What counts as the sign. */
  readonly definition: string;
  readonly shows: (facts: NeedsFacts, on: PlainDate) => { readonly text: string; readonly on: PlainDate | null } | null;
}

/** From this total score on the questionnaire's authors speak of cause for concern. */
const SDQ_CONCERN = 17;
const SDQ_HOLDS_MONTHS = 24;
const EVENT_COUNTS_MONTHS = 12;

/** Secure units, children's homes, residential schools and care homes, hospitals, mother and baby units apart, and custody. */
const STAFFED: Readonly<Record<string, string>> = {
  K1: 'a secure children’s home',
  K2: 'a children’s home',
  R1: 'a residential care home',
  R2: 'a hospital or another home with medical or nursing care',
  R5: 'a young offender institution',
  S1: 'a residential school',
};

/** The signs of version 1 of the rule. */
export const needsSignsOf2026: readonly NeedsSign[] = [
  {
    kind: 'EMOTIONAL_OR_BEHAVIOURAL',
    definition:
      'The newest strengths and difficulties questionnaire of the last 24 months has a total score of 17 or more, which is a cause for concern.',
    shows: ({ sdqScore, sdqOn }, on) =>
      sdqScore !== null && sdqScore >= SDQ_CONCERN && isRecent(sdqOn, on, SDQ_HOLDS_MONTHS)
        ? { text: 'The newest strengths and difficulties questionnaire is a cause for concern.', on: sdqOn }
        : null,
  },
  {
    kind: 'EMOTIONAL_OR_BEHAVIOURAL',
    definition: 'The child is in care for socially unacceptable behaviour first of all (`CIN` N6).',
    shows: ({ categoryOfNeed }) =>
      categoryOfNeed === 'N6' ? { text: 'In care for socially unacceptable behaviour (N6).', on: null } : null,
  },
  {
    kind: 'EMOTIONAL_OR_BEHAVIOURAL',
    definition: 'Self-harm is on record in the last 12 months.',
    shows: ({ selfHarmedOn }, on) => event(selfHarmedOn, on, 'Self-harm in the last 12 months.'),
  },
  {
    kind: 'EMOTIONAL_OR_BEHAVIOURAL',
    definition: 'A substance misuse problem was identified in the last 12 months.',
    shows: ({ misusedSubstancesOn }, on) =>
      event(misusedSubstancesOn, on, 'A substance misuse problem in the last 12 months.'),
  },
  {
    kind: 'EMOTIONAL_OR_BEHAVIOURAL',
    definition: 'The newest entry on special educational needs names social, emotional and mental health.',
    shows: ({ socialEmotionalNeedAsOf }) =>
      socialEmotionalNeedAsOf && {
        text: 'Special educational needs of social, emotional and mental health.',
        on: socialEmotionalNeedAsOf,
      },
  },
  {
    kind: 'OFFENDING',
    definition:
      'A caution, conviction or other outcome of offending is on record in the last 12 months, or in a year of the return that ended in them.',
    shows: ({ offendedOn, convictedOn }, on) =>
      event(later(offendedOn, convictedOn), on, 'Offending in the last 12 months.'),
  },
  {
    kind: 'DISABILITY',
    definition: 'The newest profile says that the child is disabled.',
    shows: ({ disabledAsOf }) => disabledAsOf && { text: 'Disabled, as the profile says.', on: disabledAsOf },
  },
  {
    kind: 'DISABILITY',
    definition: 'The child is in care because of the child’s disability first of all (`CIN` N2).',
    shows: ({ categoryOfNeed }) =>
      categoryOfNeed === 'N2' ? { text: 'In care because of the child’s disability (N2).', on: null } : null,
  },
  {
    kind: 'UNACCOMPANIED',
    definition: 'The child is or was an unaccompanied asylum-seeking child.',
    shows: ({ isUnaccompanied }) =>
      isUnaccompanied ? { text: 'An unaccompanied asylum-seeking child.', on: null } : null,
  },
  {
    kind: 'STAFFED_SETTING',
    definition:
      'The child lives in a children’s home, secure or not, a residential school or care home, a hospital or custody (`PLACE` K1, K2, S1, R1, R2, R5).',
    shows: ({ placementType, placedOn }) => {
      const setting = placementType === null ? undefined : STAFFED[placementType];
      return setting === undefined ? null : { text: `Lives in ${setting}.`, on: placedOn };
    },
  },
];

function event(
  happenedOn: PlainDate | null,
  on: PlainDate,
  text: string,
): { text: string; on: PlainDate | null } | null {
  return isRecent(happenedOn, on, EVENT_COUNTS_MONTHS) ? { text, on: happenedOn } : null;
}

function later(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  return one !== null && (other === null || one > other) ? one : other;
}

function isRecent(happenedOn: PlainDate | null, on: PlainDate, months: number): boolean {
  return happenedOn !== null && happenedOn <= on && happenedOn > addMonths(on, -months);
}
