import type { PlainDate } from '@mainstay/primitives';
import { effectiveEnd, type DerivedEpisode } from '../episode/episode.derivation.ts';

/** Time in which the child had one legal status. */
export interface DerivedLegalStatusPeriod {
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  legalStatus: string;
}

/**
 * One child's legal statuses, oldest first: consecutive episodes with the same status are one period, unless the child
 * left care and came back between them (`RNE` S).
 *
 * @param episodes of one child, oldest first.
 */
export function deriveLegalStatuses(episodes: readonly DerivedEpisode[]): DerivedLegalStatusPeriod[] {
  const periods: DerivedLegalStatusPeriod[] = [];
  for (const [index, { startedOn, legalStatus, reasonStarted }] of episodes.entries()) {
    const endedOn = effectiveEnd(episodes, index);
    const current = periods.at(-1);
    if (current?.legalStatus === legalStatus && current.endedOn === startedOn && reasonStarted !== 'S') {
      current.endedOn = endedOn;
    } else {
      periods.push({ startedOn, endedOn, legalStatus });
    }
  }
  return periods;
}
