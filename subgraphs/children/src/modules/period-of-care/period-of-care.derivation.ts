import type { PlainDate } from '@mainstay/primitives';
import { effectiveEnd, isShortBreak, type DerivedEpisode } from '../episode/episode.derivation.ts';

/** Time in which the child was looked after without a break, short-term breaks left out. */
export interface DerivedPeriodOfCare {
  startedOn: PlainDate;
  isStartKnown: boolean;
  endedOn: PlainDate | null;
}

/**
 * One child's periods of care, oldest first. A new one begins with an episode that says so (`RNE` S), and wherever a
 * day lies between two episodes. Episodes of short-term breaks belong to none.
 *
 * @param episodes of one child, oldest first.
 */
export function derivePeriodsOfCare(episodes: readonly DerivedEpisode[]): DerivedPeriodOfCare[] {
  const periods: DerivedPeriodOfCare[] = [];
  for (const [index, episode] of episodes.entries()) {
    if (isShortBreak(episode)) continue;
    const endedOn = effectiveEnd(episodes, index);
    const current = periods.at(-1);
    const isContinued = current && episode.reasonStarted !== 'S' && current.endedOn === episode.startedOn;
    if (isContinued) current.endedOn = endedOn;
    else periods.push({ startedOn: episode.startedOn, isStartKnown: isBeginning(episodes, index), endedOn });
  }
  return periods;
}

/** True when the child is known not to have been in care, short-term breaks apart, the day before the episode. */
function isBeginning(episodes: readonly DerivedEpisode[], index: number): boolean {
  const episode = episodes[index];
  const before = episodes[index - 1];
  if (episode?.reasonStarted === 'S') return true;
  return before !== undefined && isShortBreak(before) && effectiveEnd(episodes, index - 1) === episode?.startedOn;
}
